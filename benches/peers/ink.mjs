// inkjs on the same generated story: node ink.mjs FILE NODES. Rows as `peers measure` prints them.
import { readFileSync } from "node:fs";
import { Compiler } from "inkjs/full";
import { Story } from "inkjs";

const [file, nodes] = process.argv.slice(2);
const source = readFileSync(file, "utf8");
const RUNS = 5;

const row = (what, figure, unit) => console.log(`inkjs\t${what}\t${nodes}\t${figure.toFixed(3)}\t${unit}`);
const timed = (work) => {
  // The processor's time, as for the others; collecting garbage counts.
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};
const median = (work) => {
  const times = Array.from({ length: RUNS }, () => timed(work)).sort((a, b) => a - b);
  return times[Math.floor(RUNS / 2)];
};

// xorshift64, the stream that drives every engine.
const MASK = (1n << 64n) - 1n;
const numbers = (state) => (bound) => {
  state = (state ^ (state << 13n)) & MASK;
  state ^= state >> 7n;
  state = (state ^ (state << 17n)) & MASK;
  return Number(state % BigInt(bound));
};

const compile = () => new Compiler(source).Compile();
compile();
row("compile", median(compile) * 1e3, "ms");
const json = compile().ToJson();
row("load compiled JSON", median(() => new Story(json)) * 1e3, "ms");

const story = new Story(json);
const play = (steps, seen) => {
  const below = numbers(42n);
  story.ResetState();
  for (let step = 0; step < steps; step += 1) {
    while (story.canContinue) seen(story.Continue().trimEnd());
    for (const choice of story.currentChoices) seen(choice.text);
    story.ChooseChoiceIndex(below(story.currentChoices.length));
  }
};

let letters = 0;
const count = (text) => { letters += text.length; };
const STEPS = 5000;
play(STEPS, count);
row("steps", STEPS / median(() => play(STEPS, count)), "a second");
const ROUNDS = 50;
row("playthroughs of 50", ROUNDS / median(() => { for (let round = 0; round < ROUNDS; round += 1) play(50, count); }), "a second");

let digest = 0xcbf29ce484222325n;
play(1000, (text) => {
  for (const byte of [...Buffer.from(text, "utf8"), 0]) digest = ((digest ^ BigInt(byte)) * 0x100000001b3n) & MASK;
});
console.log(`inkjs\tdigest of 1,000 steps\t${nodes}\t${digest.toString(16).padStart(16, "0")}\t`);
