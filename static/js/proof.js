// A small sum that this telephone does while she reads the page, so that programs that send thousands are found out
// (portal/core/proof.py). It works in short pieces; without this file the form is sent all the same.
(() => {
  const SUMS = 8;
  const ZEROS = 19; // 32 bits less the 13 that have to be zero
  const PIECE = 12; // milliseconds
  const LONGEST = 8000;
  const K = new Int32Array(64);
  const START = new Int32Array(8);
  const W = new Int32Array(64);
  for (let found = 0, n = 2; found < 64; n += 1) {
    let divisor = 2;
    while (divisor * divisor <= n && n % divisor) divisor += 1;
    if (divisor * divisor <= n) continue;
    const fraction = (root) => ((root % 1) * 4294967296) | 0;
    if (found < 8) START[found] = fraction(Math.sqrt(n));
    K[found] = fraction(Math.cbrt(n));
    found += 1;
  }

  // The first 32 bits of SHA-256 over less than 56 signs of ASCII, which are one block.
  const first = (text) => {
    W.fill(0, 0, 16);
    for (let i = 0; i < text.length; i += 1) W[i >> 2] |= text.charCodeAt(i) << (24 - (i & 3) * 8);
    W[text.length >> 2] |= 128 << (24 - (text.length & 3) * 8);
    W[15] = text.length * 8;
    let [a, b, c, d, e, f, g, h] = START;
    for (let i = 0; i < 64; i += 1) {
      if (i > 15) {
        const x = W[i - 15];
        const y = W[i - 2];
        const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
        const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
        W[i] = (W[i - 16] + s0 + W[i - 7] + s1) | 0;
      }
      const r1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + r1 + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
      const r0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (r0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    return (a + START[0]) >>> 0;
  };

  const solve = (seed, done) => {
    const answer = [];
    let number = 0;
    const piece = () => {
      const end = performance.now() + PIECE;
      while (answer.length < SUMS && performance.now() < end) {
        for (let i = 0; i < 64 && answer.length < SUMS; i += 1, number += 1) {
          if (first(`${seed}:${answer.length}:${number}`) >>> ZEROS) continue;
          answer.push(number);
          number = -1;
        }
      }
      if (answer.length === SUMS) done(answer.join());
      else setTimeout(piece);
    };
    setTimeout(piece);
  };

  const begin = () => {
    const field = document.querySelector("[data-proof-answer]");
    if (!field || field.dataset.begun) return;
    field.dataset.begun = "1";
    const task = field.form.elements.sum_task.value;
    solve(task.slice(task.lastIndexOf(":") + 1), (answer) => {
      field.value = answer;
      field.dispatchEvent(new Event("proven"));
    });
  };

  // Pressed before the sum is done: it goes as soon as it is, at the latest after LONGEST.
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      const field = form.querySelector("[data-proof-answer]");
      if (!field || field.value || field.dataset.late) return;
      event.preventDefault();
      event.stopPropagation();
      if (field.dataset.pressed) return;
      field.dataset.pressed = "1";
      const go = () => {
        if (field.dataset.gone) return;
        field.dataset.gone = field.dataset.late = "1";
        const again = new Event("submit", { bubbles: true, cancelable: true });
        if (form.dispatchEvent(again)) form.submit();
      };
      field.addEventListener("proven", go);
      setTimeout(go, LONGEST);
    },
    true,
  );

  document.addEventListener("portal:shown", begin);
  begin();
})();
