// The scan box keeps the focus, so that a scanner that types (a keyboard wedge) always writes into it; Enter sends.
// The answer gets a tone and a buzz where the device allows it.
(() => {
  "use strict";
  const box = document.querySelector("[data-scan] .scan-input");
  if (box) {
    const elsewhere = (node) => node.closest("a, button, input, select, textarea, summary, label") !== null;
    box.focus();
    box.select();
    window.addEventListener("focus", () => box.focus());
    document.addEventListener("click", (event) => {
      if (!elsewhere(event.target) && window.getSelection().isCollapsed) box.focus();
    });
    // Some scanners end a code with Tab: sent only when the characters came faster than hands can type.
    let last = 0;
    let fast = 0;
    box.addEventListener("keydown", (event) => {
      if (event.key === "Tab" && fast > 5 && box.value) {
        event.preventDefault();
        box.form.requestSubmit();
        return;
      }
      if (event.key.length !== 1) return;
      fast = event.timeStamp - last < 35 ? fast + 1 : 0;
      last = event.timeStamp;
    });
  }

  const signals = {
    ok: { tone: 880, beats: 1, buzz: [60] },
    warn: { tone: 520, beats: 2, buzz: [80, 60, 80] },
    stop: { tone: 220, beats: 3, buzz: [300, 100, 300] },
  };

  const sound = ({ tone, beats }) => {
    const audio = new AudioContext();
    for (let beat = 0; beat < beats; beat += 1) {
      const voice = audio.createOscillator();
      voice.frequency.value = tone;
      voice.connect(audio.destination);
      voice.start(audio.currentTime + beat * 0.18);
      voice.stop(audio.currentTime + beat * 0.18 + 0.1);
    }
  };

  // Both work only after the page was touched; a silent answer is still a full one.
  const touched = () => navigator.userActivation?.hasBeenActive === true;
  const signalFor = (root) => {
    for (const answer of root.querySelectorAll("[data-scan-result]:not([data-signalled])")) {
      answer.dataset.signalled = "yes";
      const signal = signals[answer.dataset.scanResult];
      if (!signal || !touched()) continue;
      if (navigator.vibrate) navigator.vibrate(signal.buzz);
      if (window.AudioContext) sound(signal);
    }
  };
  signalFor(document);
  document.addEventListener("htmx:load", (event) => signalFor(event.target.parentElement ?? document));
})();
