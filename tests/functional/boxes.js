// Measures the boxes of a page as it stands in the window now and names what is wrong, one line per fault.
// `measureBoxes()` is called by tests/functional/boxes.py after each change of the window's width.
"use strict";

const TAP = 44; // pixels, less half a pixel of rounding
const CONTROL = "a[href], button, input:not([type=hidden]), select, textarea, summary";
const SLACK = 1.5; // rounding of fractions of pixels

function measureBoxes() {
  const root = document.documentElement;
  const isRtl = getComputedStyle(root).direction === "rtl";
  const faults = [];
  const say = (fault, one, more = "") => faults.push(`${fault}: ${nameOf(one)}${more}`);

  for (const one of document.querySelectorAll("details:not([open])")) one.open = true;
  const all = [...document.body.querySelectorAll("*")].filter(isSeen);

  if (root.scrollWidth > root.clientWidth) say("page scrolls sideways", root, ` ${root.scrollWidth} > ${root.clientWidth}`);
  checkFrame(isRtl, say);
  for (const one of all) {
    checkInside(one, say);
    checkClipped(one, say);
    checkDirection(one, isRtl, say);
  }
  checkText(all, say);
  checkTargets(all, say);
  checkOverlaps(all, say);
  return [...new Set(faults)];
}

// 1 What can be seen -------------------------------------------------------

// Drawn, and not one of the texts that stand for screen readers alone.
function isSeen(one) {
  if (one.closest("svg") && one.tagName !== "svg") return false;
  const box = one.getBoundingClientRect();
  if (box.width < 2 || box.height < 2) return false;
  if (one.checkVisibility && !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  for (let up = one; up && up !== document.body; up = up.parentElement) {
    const style = getComputedStyle(up);
    if (style.clipPath === "inset(50%)") return false;
    if (style.position === "absolute" && up.getBoundingClientRect().bottom + scrollY <= 0) return false;
  }
  return true;
}

function nameOf(one) {
  const words = (one.innerText || one.value || "").trim().replace(/\s+/g, " ").slice(0, 40);
  const kind = one.tagName.toLowerCase() + [...one.classList].map((part) => `.${part}`).join("");
  const up = one.parentElement ? `${one.parentElement.tagName.toLowerCase()}.${[...one.parentElement.classList].join(".")} > ` : "";
  return `${up}${kind} "${words}"`;
}

const scrolls = (style) => style.overflowX === "auto" || style.overflowX === "scroll";

// The nearest ancestor that scrolls sideways or cuts off, if any.
function holderOf(one) {
  for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) {
    const style = getComputedStyle(up);
    if (scrolls(style) || style.overflowX === "hidden" || style.overflowX === "clip") return up;
  }
  return null;
}

// 2 Where boxes stand ------------------------------------------------------

function checkInside(one, say) {
  if (holderOf(one)) return;
  const box = one.getBoundingClientRect();
  if (box.left < -SLACK || box.right > innerWidth + SLACK) {
    say("outside the window", one, ` ${Math.round(box.left)}..${Math.round(box.right)} of ${innerWidth}`);
  }
}

function checkClipped(one, say) {
  if (!one.innerText && !["BUTTON"].includes(one.tagName)) return;
  const style = getComputedStyle(one);
  const cuts = (value) => value === "hidden" || value === "clip";
  if (cuts(style.overflowX) && one.scrollWidth > one.clientWidth + SLACK) say("text cut off", one);
  if (cuts(style.overflowY) && one.scrollHeight > one.clientHeight + SLACK) say("text cut off", one);
}

// The words of a node as rectangles; the middle of each line, for glyph boxes are taller than lines.
function linesOf(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()]
    .filter((box) => box.width > 1 && box.height > 1)
    .map((box) => ({ left: box.left, right: box.right, top: box.top + box.height * 0.3, bottom: box.bottom - box.height * 0.3 }));
}

function textsOf(all) {
  const found = [];
  for (const one of all) {
    if (one.tagName === "OPTION" || one.tagName === "SELECT") continue;
    for (const node of one.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.data.trim()) found.push({ one, node, lines: linesOf(node) });
    }
  }
  return found;
}

function blockOf(one) {
  let up = one;
  while (up !== document.body && getComputedStyle(up).display.startsWith("inline") && getComputedStyle(up).display === "inline") up = up.parentElement;
  return up;
}

// Words stay within the box that holds them.
function checkText(all, say) {
  for (const { one, lines } of textsOf(all)) {
    const block = blockOf(one);
    if (scrolls(getComputedStyle(block))) continue;
    const box = block.getBoundingClientRect();
    if (lines.some((line) => line.left < box.left - 2 || line.right > box.right + 2)) say("words leave their box", one);
  }
}

// 3 Direction --------------------------------------------------------------

const centre = (box) => (box.left + box.right) / 2;

function checkFrame(isRtl, say) {
  const brand = document.querySelector(".topbar .brand");
  const exit = document.querySelector(".topbar .exit");
  if (!brand || !exit) return;
  const [first, last] = [brand.getBoundingClientRect(), exit.getBoundingClientRect()];
  const middle = innerWidth / 2;
  if (isRtl ? first.right < middle : first.left > middle) say("name at the wrong side", brand);
  if (isRtl ? last.left > middle : last.right < middle) say("exit at the wrong side", exit);
  const isOneLine = Math.abs((first.top + first.bottom) - (last.top + last.bottom)) < first.height;
  if (isOneLine && (isRtl ? centre(last) > centre(first) : centre(last) < centre(first))) say("exit before the name", exit);
}

function checkDirection(one, isRtl, say) {
  const style = getComputedStyle(one);
  if (one.matches(".icon--flip")) {
    const across = style.transform === "none" ? 1 : new DOMMatrix(style.transform).a;
    if (Math.sign(across) !== (isRtl ? -1 : 1)) say("drawing points the wrong way", one);
  }
  if (style.textAlign === "left" || style.textAlign === "right") say(`text-align ${style.textAlign}`, one);
  const isArab = /^(ar|ckb|fa)\b/.test(one.closest("[lang]")?.lang || "");
  if (isArab && style.fontStyle !== "normal") say("slanted Arabic script", one);
  if (isArab && !["normal", "0px"].includes(style.letterSpacing) && style.direction === "rtl") say("letters set apart", one);
}

// 4 Targets ----------------------------------------------------------------

// What a finger may touch for a control: its own box, the whole card a stretched link covers, or the row of its label.
function touchBox(one) {
  const label = one.labels && one.labels[0];
  if (["radio", "checkbox"].includes(one.type) && label) return label.getBoundingClientRect();
  const after = getComputedStyle(one, "::after");
  if (after.content !== "none" && after.position === "absolute" && after.inset === "0px") {
    for (let up = one; up; up = up.parentElement) {
      if (getComputedStyle(up).position !== "static") return up.getBoundingClientRect();
    }
  }
  return one.getBoundingClientRect();
}

// A link among the words of a sentence: its height is the line's.
function isInSentence(one) {
  if (one.tagName !== "A" || getComputedStyle(one).display !== "inline") return false;
  const around = blockOf(one.parentElement).innerText.replace(/\s+/g, " ").trim();
  return around.length > one.innerText.replace(/\s+/g, " ").trim().length + 2;
}

function checkTargets(all, say) {
  for (const one of all) {
    if (!one.matches(CONTROL) || isInSentence(one)) continue;
    const box = touchBox(one);
    if (box.height < TAP - 0.5 || box.width < TAP - 0.5) {
      say("small target", one, ` ${Math.round(box.width)}x${Math.round(box.height)}`);
    }
  }
}

// 5 Overlaps ---------------------------------------------------------------

// What stays in the window while the page scrolls, or unfolds over the page, may lie over the rest.
function layerOf(one) {
  for (let up = one; up && up !== document.body; up = up.parentElement) {
    const position = getComputedStyle(up).position;
    if (["sticky", "fixed"].includes(position) || (position === "absolute" && up.closest("details"))) return up;
  }
  return null;
}

// What a box that scrolls or cuts off lets be seen of another inside it.
function shownOf(box, holder) {
  if (!holder) return box;
  const frame = holder.getBoundingClientRect();
  const most = (side) => Math.max(box[side], frame[side]);
  const least = (side) => Math.min(box[side], frame[side]);
  return { left: most("left"), right: least("right"), top: most("top"), bottom: least("bottom") };
}

function thingsOf(all) {
  const things = [];
  for (const { one, lines } of textsOf(all)) for (const box of lines) things.push({ one, box, isText: true });
  for (const one of all) {
    if (!one.matches(CONTROL) || getComputedStyle(one).display === "inline") continue;
    things.push({ one, box: one.getBoundingClientRect(), isText: false });
  }
  for (const thing of things) {
    thing.layer = layerOf(thing.one);
    thing.box = shownOf(thing.box, holderOf(thing.one));
  }
  return things.sort((a, b) => a.box.top - b.box.top);
}

const areRelated = (a, b) => a === b || a.contains(b) || b.contains(a) || (a.closest("label") && a.closest("label") === b.closest("label"));

function checkOverlaps(all, say) {
  const things = thingsOf(all);
  for (let i = 0; i < things.length; i += 1) {
    const a = things[i];
    for (let j = i + 1; j < things.length && things[j].box.top < a.box.bottom - SLACK; j += 1) {
      const b = things[j];
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (across <= 2 || down <= SLACK || a.layer !== b.layer) continue;
      const isSame = a.isText && b.isText ? a.one === b.one : areRelated(a.one, b.one);
      if (!isSame) say("overlap", a.one, ` with ${nameOf(b.one)}`);
    }
  }
}
