package dev.concordat.contracts.arazzo;

import dev.concordat.contracts.meaning.Parts;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What workflows mean.
final class ArazzoMeaning {
  private ArazzoMeaning() {}

  static Term own(ArazzoContract contract) {
    return TermMembers.of("arazzo")
        .bag(
            "sources",
            contract.sources().stream()
                .map(
                    source ->
                        TermMembers.of("source")
                            .text("name", source.name())
                            .text("url", source.url())
                            .text("type", source.type().name())
                            .term())
                .toList())
        .term();
  }

  static Map<String, Term> parts(ArazzoContract contract) {
    var parts = new Parts();
    contract.workflows().forEach(workflow -> parts.add(workflow.id(), workflow(workflow)));
    return parts.all();
  }

  private static Term workflow(Workflow workflow) {
    return TermMembers.of("workflow")
        .text("id", workflow.id())
        .maybe("inputs", workflow.inputs().map(inputs -> Term.json(inputs.toJson())))
        .choices("dependsOn", texts(workflow.dependsOn()))
        .sequence("steps", workflow.steps().stream().map(ArazzoMeaning::step).toList())
        .bag("parameters", parameters(workflow.parameters()))
        .sequence("onSuccess", actions(workflow.successActions()))
        .sequence("onFailure", actions(workflow.failureActions()))
        .named("outputs", outputs(workflow.outputs()))
        .term();
  }

  private static Term step(Step step) {
    return TermMembers.of("step")
        .text("id", step.id())
        .put("target", target(step.target()))
        .bag("parameters", parameters(step.parameters()))
        .maybe("payload", step.payload().map(ArazzoMeaning::payload))
        .bag("criteria", criteria(step.successCriteria()))
        .sequence("onSuccess", actions(step.onSuccess()))
        .sequence("onFailure", actions(step.onFailure()))
        .named("outputs", outputs(step.outputs()))
        .maybe("timeout", step.timeout().map(time -> Term.number(time.toMillis())))
        .maybe("correlationId", step.correlationId().map(ArazzoMeaning::value))
        .choices("dependsOn", texts(step.dependsOn()))
        .term();
  }

  private static List<Term> texts(Collection<String> texts) {
    return texts.stream().map(Term::text).toList();
  }

  private static Term target(StepTarget target) {
    return switch (target) {
      case StepTarget.Operation(var id, var direction) ->
          TermMembers.of("operation").text("id", id).maybe("way", way(direction)).term();
      case StepTarget.OperationPath(var reference) ->
          TermMembers.of("path").text("reference", reference).term();
      case StepTarget.Channel(var reference, var direction) ->
          TermMembers.of("channel").text("of", reference).maybe("way", way(direction)).term();
      case StepTarget.OtherWorkflow(var id) -> TermMembers.of("workflow").text("id", id).term();
      case StepTarget.Unknown() -> TermMembers.of("unknown").term();
    };
  }

  private static Optional<Term> way(Optional<StepTarget.Direction> direction) {
    return direction.map(each -> Term.text(each.name()));
  }

  private static List<Term> parameters(List<Parameter> parameters) {
    return parameters.stream()
        .map(
            parameter ->
                TermMembers.of("parameter")
                    .text("name", parameter.name())
                    .text("in", parameter.location().name())
                    .put("value", value(parameter.value()))
                    .term())
        .toList();
  }

  private static Term payload(Payload payload) {
    return TermMembers.of("payload")
        .text("type", payload.contentType())
        .maybe("value", payload.value().map(ArazzoMeaning::value))
        .sequence(
            "replacements",
            payload.replacements().stream()
                .map(
                    each ->
                        TermMembers.of("replacement")
                            .text("target", each.target())
                            .maybe("language", each.language().map(ArazzoMeaning::language))
                            .put("value", value(each.value()))
                            .term())
                .toList())
        .term();
  }

  private static Term value(Value value) {
    return switch (value) {
      case Value.Given(var json, var ignored) -> Term.json(json);
      case Value.Selected(var context, var selector, var language, var ignored) ->
          TermMembers.of("selected")
              .text("context", context)
              .text("selector", selector)
              .put("language", language(language))
              .term();
    };
  }

  private static Term language(Language language) {
    return TermMembers.of(language.kind().name()).text("version", language.version()).term();
  }

  private static List<Term> criteria(List<Criterion> criteria) {
    return criteria.stream()
        .map(
            each ->
                TermMembers.of("criterion")
                    .text("condition", each.condition())
                    .maybe("context", each.context().map(Term::text))
                    .put("language", language(each.language()))
                    .term())
        .toList();
  }

  private static List<Term> actions(List<Action> actions) {
    return actions.stream()
        .map(
            each ->
                TermMembers.of(each.type().name())
                    .maybe("workflow", each.workflowId().map(Term::text))
                    .maybe("step", each.stepId().map(Term::text))
                    .maybe("after", each.retryAfter().map(time -> Term.number(time.toMillis())))
                    .maybe("limit", each.retryLimit().map(Term::number))
                    .bag("parameters", parameters(each.parameters()))
                    .bag("criteria", criteria(each.criteria()))
                    .term())
        .toList();
  }

  private static Map<String, Term> outputs(List<Output> outputs) {
    Map<String, Term> terms = new TreeMap<>();
    outputs.forEach(output -> terms.put(output.name(), value(output.value())));
    return terms;
  }
}
