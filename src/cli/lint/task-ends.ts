import { type LintRule, lintError } from './rule.ts'

/** A task that is done where it begins never begins. */
export const taskEnds: LintRule = ({ tasks }) =>
  tasks.flatMap(({ id, screen, done }, at) =>
    done.every((condition) => 'screen' in condition && condition.screen === screen)
      ? [
          lintError(
            ['tasks', at, 'done'],
            `task '${id}' is done on the screen that it begins on: name what is there when it is done`,
          ),
        ]
      : [],
  )
