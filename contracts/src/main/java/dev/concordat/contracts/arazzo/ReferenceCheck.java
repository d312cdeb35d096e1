package dev.concordat.contracts.arazzo;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.DidYouMean;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Notes names that stand for nothing in the document, and names that stand for two things.
final class ReferenceCheck {
  private final FieldReader fields;
  private final List<Workflow> workflows;
  private final Set<String> sources = new LinkedHashSet<>();
  private final Set<String> workflowIds = new LinkedHashSet<>();

  ReferenceCheck(FieldReader fields, List<Source> sources, List<Workflow> workflows) {
    this.fields = fields;
    this.workflows = workflows;
    for (Source source : sources) {
      unique(this.sources, source.name(), "source description", source.place());
    }
    for (Workflow workflow : workflows) {
      unique(workflowIds, workflow.id(), "workflow", workflow.place());
    }
  }

  private void unique(Set<String> seen, String id, String noun, Place place) {
    if (!id.isEmpty() && !seen.add(id)) {
      fields.error(
          "duplicate-id",
          place,
          "there is a second " + noun + " \"" + id + "\"",
          "give it a name of its own");
    }
  }

  void check() {
    for (Workflow workflow : workflows) {
      workflow.dependsOn().forEach(id -> workflow(id, workflow.place()));
      var all = new LinkedHashSet<String>();
      workflow.steps().forEach(step -> unique(all, step.id(), "step", step.place()));
      var before = new HashSet<String>();
      for (Step step : workflow.steps()) {
        check(step, all, before);
        before.add(step.id());
      }
      actions(workflow.successActions(), all);
      actions(workflow.failureActions(), all);
      workflow.outputs().forEach(output -> value(output.value(), all, all));
    }
  }

  private void check(Step step, Set<String> all, Set<String> before) {
    switch (step.target()) {
      case StepTarget.OtherWorkflow(String id) -> workflow(id, step.place());
      case StepTarget.Operation(String id, var ignored) -> source(id, step.place());
      case StepTarget.OperationPath(String path) -> embedded(path, step.place());
      case StepTarget.Channel(String path, var ignored) -> embedded(path, step.place());
      case StepTarget.Unknown() -> {}
    }
    step.parameters().forEach(one -> value(one.value(), all, before));
    step.correlationId().ifPresent(id -> value(id, all, before));
    step.dependsOn().stream()
        .map(id -> id.startsWith("$steps.") ? id.substring("$steps.".length()) : id)
        .filter(id -> !id.startsWith("$"))
        .forEach(id -> known(id, all, "step", step.place()));
    actions(step.onSuccess(), all);
    actions(step.onFailure(), all);
  }

  private void actions(List<Action> actions, Set<String> steps) {
    for (Action action : actions) {
      action.stepId().ifPresent(id -> known(id, steps, "step", action.place()));
      action.workflowId().ifPresent(id -> workflow(id, action.place()));
    }
  }

  private void workflow(String id, Place place) {
    if (id.startsWith("$")) {
      source(id, place);
    } else {
      known(id, workflowIds, "workflow", place);
    }
  }

  private void embedded(String text, Place place) {
    RuntimeExpressions.in(text).forEach(expression -> source(expression, place));
  }

  private void source(String expression, Place place) {
    if (expression.startsWith("$sourceDescriptions.")) {
      known(expression.split("\\.", 3)[1], sources, "source description", place);
    }
  }

  /// @param before the steps whose outputs are there when the value is needed
  private void value(Value value, Set<String> all, Set<String> before) {
    String text =
        switch (value) {
          case Value.Selected selected -> selected.context();
          case Value.Given(JsonString(String given), var ignored) -> given;
          case Value.Given ignored -> "";
        };
    for (String expression : RuntimeExpressions.in(text)) {
      if (!expression.startsWith("$steps.")) {
        continue;
      }
      String id = expression.split("\\.", 3)[1];
      if (all.contains(id) && !before.contains(id)) {
        fields.warning(
            "later-step",
            value.place(),
            expression + " is of a step that comes later",
            "move the step \"" + id + "\" before this one");
      } else {
        known(id, all, "step", value.place());
      }
    }
  }

  private void known(String id, Collection<String> known, String noun, Place place) {
    if (!known.contains(id)) {
      fields.error(
          "dangling-reference",
          place,
          "there is no " + noun + " \"" + id + "\"",
          DidYouMean.sentence(id, known).strip());
    }
  }
}
