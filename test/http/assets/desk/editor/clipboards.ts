/** What programs put on the clipboard as text/html when words are copied: the shapes of their own markup, with invented words. */

/** Word for Windows: conditional comments, list styles, paragraphs as list items, namespaced elements. */
export const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/x/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style>
<!--
 /* Font Definitions */
@font-face {font-family:Symbol; panose-1:5 5 1 2 1 7 6 2 5 7;}
p.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}
@list l0 {mso-list-id:1361202345; mso-list-type:hybrid;}
-->
</style>
</head>

<body lang=LV link="#0563C1" vlink="#954F72" style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->

<h1 style='mso-outline-level:1'><span lang=LV style='mso-fareast-font-family:"Times New Roman"'>Lasītavas jaunumi<o:p></o:p></span></h1>

<p class=MsoNormal><span lang=LV>No <b style='mso-bidi-font-weight:normal'>1.&nbsp;decembra</b> lasītava
ir atvērta <i style='mso-bidi-font-style:normal'>ilgāk</i>.<span style='mso-spacerun:yes'>  </span>Darba
laiks ir <a href="https://lasitava.example/darba-laiks"><span style='color:#0563C1'>mūsu vietnē</span></a>.<o:p></o:p></span></p>

<p class=MsoNormal><span lang=LV><o:p>&nbsp;</o:p></span></p>

<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=LV style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:Symbol'><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]><span lang=LV>pirmdien no plkst. 9.00<o:p></o:p></span></p>

<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:auto;
text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span lang=LV
style='font-family:"Courier New";mso-fareast-font-family:"Courier New"'><span
style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]><span lang=LV>tikai otrajā stāvā<o:p></o:p></span></p>

<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=LV style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span
lang=LV>otrdien no plkst. 12.00<o:p></o:p></span></p>

<h2><span lang=LV>Kā pieteikties<o:p></o:p></span></h2>

<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span
lang=LV><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]><span lang=LV>Atveriet vietni.<o:p></o:p></span></p>

<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span
lang=LV><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]><span lang=LV>Izvēlieties laiku.<o:p></o:p></span></p>

<p class=MsoQuote><span lang=LV>Gaidām visus.<o:p></o:p></span></p>

<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none;
 mso-border-alt:solid windowtext .5pt;mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=301 valign=top style='width:225.4pt;border:solid windowtext 1.0pt'>
  <p class=MsoNormal><b><span lang=LV>Gads<o:p></o:p></span></b></p>
  </td>
  <td width=301 valign=top style='width:225.4pt'>
  <p class=MsoNormal><b><span lang=LV>Lasītāji<o:p></o:p></span></b></p>
  </td>
 </tr>
 <tr style='mso-yfti-irow:1'>
  <td width=301 valign=top><p class=MsoNormal><span lang=LV>2025<o:p></o:p></span></p></td>
  <td width=301 valign=top><p class=MsoNormal align=right><span lang=LV>1&nbsp;214<o:p></o:p></span></p></td>
 </tr>
 <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'>
  <td width=602 colspan=2 valign=top><p class=MsoNormal><span lang=LV>2026: vēl<o:p></o:p></span></p>
  <p class=MsoNormal><span lang=LV>nav zināms<o:p></o:p></span></p></td>
 </tr>
</table>

<p class=MsoNormal><del cite="mailto:x" datetime="2026-11-01T10:00">Svītrots.</del><ins>Pievienots.</ins><a
style='mso-comment-reference:AP_1'></a><span class=MsoCommentReference><span style='font-size:8.0pt'>[AP1]</span></span><a
style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a><o:p></o:p></p>

<!--EndFragment-->
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>Zemteksta piezīme.</p></div></div>
</body>

</html>`;

/** Google Docs: everything in one `b` that is not bold, styles on spans, lists nested straight in lists. */
export const GOOGLE = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1f2a3b4c-7fff-1111"><h2 dir="ltr" style="line-height:1.38;margin-top:18pt;"><span style="font-size:16pt;font-family:Arial;color:#000000;font-weight:400;white-space:pre-wrap;">Termiņi</span></h2><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;font-style:normal;white-space:pre-wrap;">Gaidām līdz </span><span style="font-weight:700;font-style:normal;white-space:pre-wrap;">10. decembrim</span><span style="font-weight:400;font-style:italic;white-space:pre-wrap;"> ne vēlāk</span><span style="font-weight:400;white-space:pre-wrap;">, raksta </span><a href="https://www.google.com/url?q=https://ministrija.example/termini&amp;sa=D&amp;source=editors" style="text-decoration:none;"><span style="font-weight:400;color:#1155cc;text-decoration:underline;">ministrija</span></a><span>.</span></p><br /><ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">viens</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span style="font-weight:400;">dziļāk</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">divi</span></p></li></ul><div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="200" /><col width="200" /></colgroup><tbody><tr style="height:0pt"><td style="border:solid #000 1pt;"><p dir="ltr"><span style="font-weight:700;">Vieta</span></p></td><td><p dir="ltr"><span style="font-weight:700;">Laiks</span></p></td></tr><tr><td rowspan="2"><p dir="ltr"><span>Zāle</span></p></td><td><p dir="ltr"><span>10.00</span></p></td></tr><tr><td><ul><li><p><span>12.00</span></p></li></ul></td></tr></tbody></table></div></b>`;

/** LibreOffice Writer: font elements, capital names, items with paragraphs, block quotation. */
export const LIBRE = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<HTML><HEAD><META HTTP-EQUIV="CONTENT-TYPE" CONTENT="text/html; charset=utf-8"><TITLE></TITLE>
<STYLE TYPE="text/css"><!-- @page { margin: 2cm } P { margin-bottom: 0.25cm } --></STYLE></HEAD>
<BODY LANG="lv-LV" DIR="LTR">
<H3 CLASS="western">Izstāde</H3>
<P STYLE="margin-bottom: 0cm"><FONT FACE="Liberation Serif, serif"><FONT SIZE=3><B>Atklāšana</B>
piektdien</FONT></FONT><BR>plkst. 17.00</P>
<OL>
	<LI><P STYLE="margin-bottom: 0cm">ieeja</P>
	<LI><P STYLE="margin-bottom: 0cm">zāle</P>
</OL>
<BLOCKQUOTE><P>Nāciet visi.</P><P>— Jānis Piemērs</P></BLOCKQUOTE>
<P><A HREF="mailto:prese@ministrija.example?subject=x">prese@ministrija.example</A></P>
</BODY></HTML>`;

/** A mail in Outlook: links wrapped by its filter, a layout table of one cell, a script that somebody sent. */
export const OUTLOOK = `<html><body><table><tr><td><div>Labdien!</div><div><a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fministrija.example%2Fzinas&amp;data=05%7C01%7Canna%40x.example">Ziņas</a>
un <a href="javascript:alert(1)">skripts</a> un <a href="file:///C:/x.docx">datne</a> un <a href="http://arhivs.example/a">arhīvs</a></div>
<script>alert(1)</script><img src="https://x.example/pixel.gif" onerror="alert(1)"></td></tr></table></body></html>`;
