/**
 * Somebody who walks through pages as they are: opens one, fills in what is asked, presses a button that is there. Counts what it
 * cost him: pages opened, presses, fields filled in or ticked, mails opened. Nothing is sent that the page did not hold or he did
 * not fill in.
 */
import type { Browser } from "./people.ts";

export interface Cost {
  pages: number;
  presses: number;
  fields: number;
  mails: number;
}

export class Walker {
  readonly cost: Cost = { pages: 0, presses: 0, fields: 0, mails: 0 };
  html = "";
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Opens a page by its address, or by a link that he follows. */
  async open(path: string): Promise<this> {
    this.cost.pages++;
    return this.#show(await this.#browser.get(path));
  }

  /** Opens a mail, and the page of the link in it. */
  async follow(link: string): Promise<this> {
    this.cost.mails++;
    return this.open(link);
  }

  /** Presses the button of the page that this text of its tag names, with what he fills in; the answer's page is shown. */
  async press(button: RegExp, fill: Record<string, string> = {}): Promise<this> {
    const forms = [...this.html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)];
    const form = forms.find(([, , inside = ""]) => buttons(inside).some((one) => button.test(one)));
    if (!form) throw new Error(`no such button: ${button} in ${forms.map(([, head]) => head)}`);
    const [, head = "", inside = ""] = form;
    const sent: Record<string, string> = {};
    for (const [input] of inside.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g))
      sent[attribute(input, "name")] = attribute(input, "value");
    const pressed = buttons(inside).find((one) => button.test(one)) ?? "";
    if (attribute(pressed, "name")) sent[attribute(pressed, "name")] = attribute(pressed, "value");
    for (const name of Object.keys(fill))
      if (!new RegExp(`name="${name}"`).test(inside)) throw new Error(`the form has no field ${name}`);
    this.cost.fields += Object.keys(fill).length;
    this.cost.presses++;
    const answer = await this.#browser.post(attribute(head, "action"), { ...sent, ...fill });
    const on = answer.headers.get("location");
    // A browser goes on by itself; the page it comes to is one more to look at.
    if (!on) return this.#show(answer);
    return this.open(on);
  }

  async #show(answer: Response): Promise<this> {
    if (answer.status !== 200) throw new Error(`the page answered ${answer.status}`);
    this.html = await answer.text();
    return this;
  }
}

const buttons = (html: string) => [...html.matchAll(/<button\b[^>]*>[^<]*/g)].map(([tag]) => unescaped(tag));
const attribute = (tag: string, name: string) => unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
const unescaped = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
