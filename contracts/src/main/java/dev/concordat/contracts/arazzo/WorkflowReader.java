package dev.concordat.contracts.arazzo;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads workflows with their steps.
final class WorkflowReader {
  private static final Set<String> WORKFLOW =
      Set.of(
          "workflowId",
          "summary",
          "description",
          "inputs",
          "dependsOn",
          "steps",
          "successActions",
          "failureActions",
          "outputs",
          "parameters");

  private static final Set<String> STEP =
      Set.of(
          "description",
          "stepId",
          "operationId",
          "operationPath",
          "channelPath",
          "workflowId",
          "parameters",
          "requestBody",
          "successCriteria",
          "onSuccess",
          "onFailure",
          "outputs",
          "timeout",
          "correlationId",
          "action",
          "dependsOn");

  private final FieldReader fields;
  private final ValueReader values;
  private final PartReader parts;
  private final ActionReader actions;

  WorkflowReader(FieldReader fields, Components components) {
    this.fields = fields;
    this.values = new ValueReader(fields);
    this.parts = new PartReader(fields, components, values);
    this.actions = new ActionReader(fields, components, parts);
  }

  Workflow read(ObjectNode node) {
    fields.expectOnly(node, "a workflow", WORKFLOW);
    String id = Required.text(fields, node, "workflowId", "the workflow");
    List<Step> steps = fields.objects(node, "steps", "a step").stream().map(this::step).toList();
    if (steps.isEmpty()) {
      Required.missing(fields, node, "steps", "the workflow" + (id.isEmpty() ? "" : " " + id));
    }
    return new Workflow(
        id,
        fields.text(node, "summary").orElse(""),
        fields.text(node, "description").orElse(""),
        node.get("inputs"),
        texts(node, "dependsOn"),
        steps,
        parts.parameters(node),
        actions.read(node, "successActions", "successActions"),
        actions.read(node, "failureActions", "failureActions"),
        values.outputs(node),
        node.place());
  }

  private Step step(ObjectNode node) {
    fields.expectOnly(node, "a step", STEP);
    return new Step(
        Required.text(fields, node, "stepId", "the step"),
        fields.text(node, "description").orElse(""),
        target(node),
        parts.parameters(node),
        parts.payload(node),
        parts.criteria(node, "successCriteria"),
        actions.read(node, "onSuccess", "successActions"),
        actions.read(node, "onFailure", "failureActions"),
        values.outputs(node),
        fields.integer(node, "timeout").filter(time -> time >= 0).map(Duration::ofMillis),
        node.get("correlationId").map(values::read),
        texts(node, "dependsOn"),
        node.place());
  }

  private StepTarget target(ObjectNode node) {
    Optional<StepTarget.Direction> direction = direction(node);
    var targets = new ArrayList<StepTarget>();
    fields
        .text(node, "operationId")
        .ifPresent(id -> targets.add(new StepTarget.Operation(id, direction)));
    fields
        .text(node, "operationPath")
        .ifPresent(path -> targets.add(new StepTarget.OperationPath(path)));
    fields
        .text(node, "channelPath")
        .ifPresent(path -> targets.add(new StepTarget.Channel(path, direction)));
    fields.text(node, "workflowId").ifPresent(id -> targets.add(new StepTarget.OtherWorkflow(id)));
    if (targets.size() != 1) {
      fields.error(
          "bad-step",
          node.place(),
          targets.isEmpty()
              ? "the step does not say what it calls"
              : "the step calls " + targets.size() + " things; the first one is used",
          "keep one of operationId, operationPath, channelPath and workflowId");
    }
    return targets.isEmpty() ? new StepTarget.Unknown() : targets.getFirst();
  }

  private Optional<StepTarget.Direction> direction(ObjectNode node) {
    String action = fields.text(node, "action").orElse("");
    return switch (action) {
      case "" -> Optional.empty();
      case "send" -> Optional.of(StepTarget.Direction.SEND);
      case "receive" -> Optional.of(StepTarget.Direction.RECEIVE);
      default -> {
        fields.mismatch("action", node.get("action").orElse(node), "send or receive");
        yield Optional.empty();
      }
    };
  }

  private List<String> texts(ObjectNode node, String member) {
    return fields.items(node, member).stream().map(WorkflowReader::text).toList();
  }

  private static String text(Node node) {
    return node.toJson() instanceof JsonString(String text) ? text : node.toString();
  }
}
