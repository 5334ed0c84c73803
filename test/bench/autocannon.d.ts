/** The part of autocannon that the bench uses; the package has no types of its own. */
declare module "autocannon" {
  interface Request {
    method: "POST";
    path: string;
    headers: Record<string, string>;
    body: string;
  }
  interface Result {
    duration: number;
    errors: number;
    non2xx: number;
    latency: { p99: number };
  }
  export default function autocannon(options: {
    url: string;
    connections: number;
    amount: number;
    setupClient(client: { setRequests(requests: Request[]): void }): void;
  }): Promise<Result>;
}
