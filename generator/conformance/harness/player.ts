import path from "node:path";
import type { Project } from "../../pipeline/project.js";
import type { Driver, Program } from "../drivers/index.js";
import type { BoundCall } from "../scenario/bind.js";
import type { Scenario } from "../scenario/scenario.js";
import { readIdentity } from "../shipped.js";
import { inapplicable } from "./claim.js";
import { DriverProcess } from "./driver-process.js";
import { judge } from "./judge.js";
import { play } from "./play.js";
import type { Suppressions } from "./suppressions.js";
import type { Verdict } from "./verdict.js";

/** What all scenarios of a run share. */
export interface Environment {
  readonly driver: Driver;
  /** The folder of the suite. */
  readonly home: string;
  readonly suppressions: Suppressions;
  readonly project: Project;
  /** Milliseconds after which a driver that says nothing is given up. */
  readonly patience: number;
}

/** One driver process after the other: a scenario that kills it has failed, and the next one gets another. */
export class Player {
  readonly #program: Program;
  readonly #environment: Environment;
  #process: DriverProcess | undefined;
  #id = 0;

  constructor(program: Program, environment: Environment) {
    this.#program = program;
    this.#environment = environment;
  }

  async verdict(scenario: Scenario, calls: readonly BoundCall[]): Promise<Verdict> {
    const { driver, suppressions } = this.#environment;
    const leftOut = inapplicable(scenario, driver);
    if (leftOut !== undefined) return { scenario, status: "not applicable", problems: [], reason: leftOut };
    const problems = await this.#problems(scenario, calls);
    const suppression = suppressions.of(scenario.name);
    if (!suppression) return { scenario, status: problems.length === 0 ? "passed" : "failed", problems };
    const reason = `${suppression.reason} (${suppression.issue})`;
    if (problems.length > 0) return { scenario, status: "suppressed", problems, reason };
    return { scenario, status: "revived", problems: [`it passes, and is suppressed: ${reason}`], reason };
  }

  async #problems(scenario: Scenario, calls: readonly BoundCall[]): Promise<readonly string[]> {
    try {
      const process = await this.#running();
      const { driver, home, patience, project } = this.#environment;
      const identity = readIdentity(scenario, home, project.fs);
      return judge(await play(scenario, calls, { driver: process, identity, id: this.#id++, patience, setting: driver.setting }));
    } catch (error) {
      this.stop();
      return [error instanceof Error ? error.message : String(error)];
    }
  }

  async #running(): Promise<DriverProcess> {
    if (this.#process) return this.#process;
    const certificate = path.join(this.#environment.home, "certificates/test-only-authority.pem");
    this.#process = new DriverProcess(this.#program, { NODE_EXTRA_CA_CERTS: certificate, SSL_CERT_FILE: certificate });
    await this.#process.ready();
    return this.#process;
  }

  stop(): void {
    this.#process?.stop();
    this.#process = undefined;
  }
}
