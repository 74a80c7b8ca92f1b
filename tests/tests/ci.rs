//! The hosted workflow runs every step of `.ci/run`, with the right compiler.

use std::collections::BTreeSet;

#[test]
fn the_workflow_runs_every_step_once() {
    let script = include_str!("../../.ci/run");
    let steps = script.split("\nSTEPS='\n").nth(1).unwrap().split("\n'\n").next().unwrap();
    let steps: BTreeSet<&str> =
        steps.lines().map(|line| line.split_whitespace().next().unwrap()).collect();
    assert!(steps.len() > 10, "the list of steps was not understood");

    let workflow = include_str!("../../.github/workflows/ci.yml");
    let matrix = workflow.split("\n        steps:\n").nth(1).unwrap();
    let jobs = matrix.lines().map_while(|line| line.strip_prefix("          - "));
    let mut run: Vec<&str> = jobs.flat_map(str::split_whitespace).collect();
    run.sort_unstable();
    assert_eq!(run, steps.into_iter().collect::<Vec<_>>());
}

/// With another compiler, `tests/ui` passes without a look at the messages.
#[test]
fn the_workflow_has_the_compiler_whose_messages_are_recorded() {
    let workflow = include_str!("../../.github/workflows/ci.yml");
    let release = workflow.split("\n  RUST: \"").nth(1).unwrap().split('"').next().unwrap();
    let compiler = format!("const COMPILER: &str = \"rustc {release}.\";");
    assert!(include_str!("../ui/tests/ui.rs").contains(&compiler), "tests/ui has not: {compiler}");
}
