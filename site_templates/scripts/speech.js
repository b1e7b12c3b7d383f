/* The device's own voices: which there are, and one utterance at a time. One that sends words away is never used. */
(() => {
  "use strict";

  const synth = window.speechSynthesis;
  let spoken = null; // kept here: Chrome forgets an utterance that nobody holds, and its end with it
  let timer = 0;

  const short = (language) => language.replace("_", "-").toLowerCase();
  const family = (language) => short(language).split("-")[0];
  const isBusy = () => synth.speaking || synth.pending;

  // A voice of exactly this language comes before one of another country.
  function voicesFor(language) {
    const isOurs = (voice) => voice.localService === true && family(voice.lang) === family(language);
    const rank = (voice) => (short(voice.lang) === short(language) ? 0 : 2) + (voice.default ? 0 : 1);
    return synth.getVoices().filter(isOurs).sort((voice, other) => rank(voice) - rank(other));
  }

  // The voice of that name if it speaks the language, or else the best; undefined without any.
  function voiceFor(language, name) {
    const ours = voicesFor(language);
    return ours.find((voice) => voice.voiceURI === name) || ours[0];
  }

  function hush() {
    spoken = null;
    clearTimeout(timer);
    synth.cancel();
  }

  function wait(then, milliseconds) {
    hush();
    timer = setTimeout(then, milliseconds);
  }

  // One of `then` is called: ended(), missed() for words nobody heard, stopped() when something else took the voice.
  function say(text, voice, rate, then) {
    const utterance = Object.assign(new SpeechSynthesisUtterance(text), { voice, rate, lang: voice.lang });
    const ifCurrent = (call) => spoken === utterance && call();
    let isHeard = false;
    utterance.onstart = () => (isHeard = true);
    utterance.onend = () => ifCurrent(then.ended);
    utterance.onerror = ({ error }) => ifCurrent(/interrupted|cancel/.test(error) ? then.stopped : then.missed);
    const speak = () => {
      spoken = utterance;
      synth.resume();
      synth.speak(utterance);
      watch(5 + (text.length * 0.2) / rate, (wasSaid) => (wasSaid || isHeard ? then.ended : then.missed)());
    };
    clearTimeout(timer);
    spoken = null;
    // Some engines lose what comes right after a cancel. Else it is said at once: phones want it within the press.
    if (isBusy()) wait(speak, 120);
    else speak();
  }

  // Engines lose events: two quiet seconds, or far too many, count as an end.
  function watch(limit, over) {
    let seconds = 0;
    let quiet = 0;
    let wasBusy = false;
    const look = () => {
      seconds += 1;
      quiet = isBusy() ? 0 : quiet + 1;
      wasBusy = wasBusy || synth.speaking;
      if (quiet < 2 && seconds < limit) timer = setTimeout(look, 1000);
      else over(quiet > 0 && wasBusy);
    };
    timer = setTimeout(look, 1000);
  }

  psychoed.parts.speech = { voicesFor, voiceFor, say, wait, hush };
})();
