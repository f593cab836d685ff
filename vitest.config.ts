import { defineConfig } from "vitest/config";

/** Parts that need their own process, or something that is installed by a script of `package.json`. */
const parts = ["hostile", "whole", "browser", "queue", "bench", "peers"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [...parts.map((part) => `test/${part}/**`), "test/**/*.long.test.ts"],
          // Our modules keep no state, so the files of a worker may share them: a sixth of the time.
          isolate: false,
          // A busy machine is no fault of the code.
          testTimeout: 30_000,
        },
      },
      {
        // What takes a second and more of a unit: very large inputs, whole exchanges. Costs are measured, so its files run one by one.
        test: {
          name: "long",
          include: ["test/**/*.long.test.ts"],
          isolate: false,
          fileParallelism: false,
          testTimeout: 120_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        // Real browsers take real time.
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // Whole audits, some of them killed and gone on with in processes of their own.
        test: {
          name: "whole",
          include: ["test/whole/**/*.test.ts"],
          testTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        // Measures the memory and the pauses of its process, so that it must have one of its own.
        test: { name: "hostile", include: ["test/hostile/**/*.test.ts"], sequence: { groupOrder: 1 } },
      },
      {
        // Real servers, which `npm run test:peers` installs; without them its tests are left out.
        test: { name: "peers", include: ["test/peers/*.test.ts"], sequence: { groupOrder: 2 } },
      },
    ],
  },
});
