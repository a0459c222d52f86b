// The keys: they only add. Every page is whole without this file.
"use strict";

(() => {
  const stops = () => Array.from(document.querySelectorAll("[data-step]"));
  const search = () => document.querySelector("form.search input");

  const isTyping = (element) =>
    element instanceof HTMLElement &&
    (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));

  // Where stepping goes on: the stop that has the focus, else the first one below the top edge.
  const current = (all) => {
    const focused = document.activeElement?.closest("[data-step]");
    if (focused) return all.indexOf(focused);
    return all.findIndex((stop) => stop.getBoundingClientRect().top >= 0) - 1;
  };

  const step = (by) => {
    const all = stops();
    if (all.length === 0) return;
    const next = all[Math.min(Math.max(current(all) + by, 0), all.length - 1)];
    // A report in a list is stepped to by its link, so that Enter opens it.
    const target = next.querySelector(".headline a") ?? next;
    if (target === next && !next.hasAttribute("tabindex")) next.tabIndex = -1;
    target.focus({ preventScroll: true });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const behavior = calm ? "auto" : "smooth";
    next.scrollIntoView({ block: "center", behavior });
    light(next, behavior);
  };

  // The words of the item stepped to; where text and record stand side by side both are in view.
  const light = (item, behavior) => {
    for (const old of document.querySelectorAll(".lit.now")) old.classList.remove("now");
    const words = item.id ? document.getElementById(`w-${item.id}`) : null;
    if (!words) return;
    words.classList.add("now");
    if (matchMedia("(min-width: 62rem)").matches) words.scrollIntoView({ block: "center", behavior });
  };

  // The user's word on the item stepped to.
  const judge = (key) => {
    const item = document.activeElement?.closest(".item[data-step]");
    const form = item?.querySelector(".judge form");
    if (!form) return;
    if (key === "e") {
      const box = form.closest("details");
      box.open = true;
      form.querySelector(".field input, .field select")?.focus();
      return;
    }
    const button = form.querySelector(`button[data-key="${key}"]`);
    if (button) form.requestSubmit(button);
  };

  const make = (name, text, ...children) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    element.append(...children);
    return element;
  };

  const keys = [
    ["/", "to the search field"],
    ["j", "to the next report, or the next item of one's record"],
    ["k", "to the one before"],
    ["Enter", "open the report stepped to"],
    ["c", "confirm the item stepped to"],
    ["x", "reject it"],
    ["e", "correct it"],
    ["u", "take your word on it back"],
    ["Esc", "close this"],
  ];

  const dialog = (() => {
    const list = make("dl");
    list.className = "terms";
    for (const [key, meaning] of keys) {
      list.append(make("dt", "", make("kbd", key)), make("dd", meaning));
    }
    const title = make("h2", "Keys");
    title.id = "keys-title";
    const close = make("button", "Close");
    close.type = "button";
    const box = make("dialog", "", title, list, close);
    box.className = "keys";
    box.setAttribute("aria-labelledby", "keys-title");
    close.addEventListener("click", () => box.close());
    return box;
  })();

  const showKeys = () => {
    if (!dialog.isConnected) document.body.append(dialog);
    if (!dialog.open) dialog.showModal();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape" && event.target === search()) return search().blur();
    if (isTyping(event.target) || dialog.open) return;
    const actions = {
      "/": () => search()?.select(),
      j: () => step(1),
      k: () => step(-1),
      "?": showKeys,
      c: () => judge("c"),
      x: () => judge("x"),
      u: () => judge("u"),
      e: () => judge("e"),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  // After a form the page comes back at its item: stepping goes on from there.
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named?.matches?.(".item[data-step]")) {
    named.tabIndex = -1;
    named.focus({ preventScroll: true });
  }

  const button = make("button", "Keys ", make("kbd", "?"));
  button.type = "button";
  button.addEventListener("click", showKeys);
  document.querySelector("footer.foot .measure")?.append(button);
})();
