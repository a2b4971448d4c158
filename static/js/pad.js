// The number pad: large keys that write into the field above them. Without this file the field is an ordinary input.
(() => {
  "use strict";
  const coarse = window.matchMedia("(pointer: coarse)").matches;

  for (const pad of document.querySelectorAll("[data-pad]")) {
    const input = pad.querySelector("input.form-control");
    for (const keys of pad.querySelectorAll("[data-pad-keys]")) keys.hidden = false;
    // The pad is the keyboard on a touch screen; a second one would cover it.
    if (coarse) input.inputMode = "none";

    const write = (text) => {
      if (input.maxLength > 0 && text.length > input.maxLength) return;
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    };

    pad.addEventListener("click", (event) => {
      const key = event.target.closest("[data-pad-key]");
      const quick = event.target.closest("[data-pad-set]");
      if (quick) write(quick.dataset.padSet);
      if (!key) return;
      const stroke = key.dataset.padKey;
      if (stroke === "back") write(input.value.slice(0, -1));
      else if (stroke !== ".") write(input.value === "0" ? stroke : input.value + stroke);
      else if (!input.value.includes(".")) write((input.value || "0") + ".");
    });
  }
})();
