// Relative luminance and contrast ratio, as WCAG 2 defines them.
const parts = (color) => color.match(/[\d.]+/g).map(Number);
const luminance = (color) => {
  const [r, g, b] = parts(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
// The background color behind an element. The page has no translucent colors.
const ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    if ((parts(color)[3] ?? 1) === 1) return color;
  }
  return "rgb(255, 255, 255)";
};
const contrast = (element) => {
  const [low, high] = [getComputedStyle(element).color, ground(element)].map(luminance).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

const texts = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode;
  if (!node.data.trim() || node.parentElement.checkVisibility() === false) continue;
  texts.push({ text: node.data.slice(0, 40), contrast: contrast(node.parentElement) });
}
const all = (selector) => [...document.querySelectorAll(selector)];
const text = (selector) => all(selector).map((element) => element.textContent);
const active = all("script, iframe, object, embed, form, img, svg, video, audio, base, [onload], [onerror], [onclick]");
return {
  lang: document.documentElement.lang,
  mode: document.compatMode,
  title: document.title,
  h1: text("h1"),
  detail: text(".detail"),
  status: text(".status"),
  links: all("a").map((link) => link.getAttribute("href")),
  time: all("time").map((time) => [time.dateTime, time.textContent]),
  active: active.map((element) => element.localName),
  icon: document.querySelector("link[rel=icon]")?.getAttribute("href") ?? null,
  robots: document.querySelector("meta[name=robots]")?.content ?? null,
  scheme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
  dark: luminance(ground(document.body)) < 0.18,
  scrollWidth: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth),
  texts,
};
