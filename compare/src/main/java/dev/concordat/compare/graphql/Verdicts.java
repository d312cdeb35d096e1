package dev.concordat.compare.graphql;

import dev.concordat.compare.graphql.Change.Subject;

/// Judges changes: finds an operation or answer that shows the break, or says why there is none.
final class Verdicts {
  private final SelectionVerdicts selections;
  private final InputVerdicts inputs;
  private final AnswerVerdicts answers;
  private final DirectiveVerdicts directives;

  Verdicts(Sides sides) {
    var trials = new Trials(sides, new Probes(sides.before(), sides.after()));
    answers = new AnswerVerdicts(trials);
    selections = new SelectionVerdicts(trials, answers);
    inputs = new InputVerdicts(trials);
    directives = new DirectiveVerdicts(trials);
  }

  Verdict of(Change change) {
    Subject subject = change.subject();
    return switch (change.type()) {
      case SCHEMA_QUERY_TYPE_CHANGED,
          SCHEMA_MUTATION_TYPE_CHANGED,
          SCHEMA_SUBSCRIPTION_TYPE_CHANGED ->
          selections.rootChanged(subject);
      case TYPE_REMOVED -> selections.typeRemoved(subject);
      case TYPE_KIND_CHANGED -> selections.kindChanged(subject);
      case FIELD_REMOVED -> selections.fieldRemoved(subject);
      case FIELD_TYPE_CHANGED -> selections.fieldTypeChanged(subject);
      case UNION_MEMBER_REMOVED -> selections.memberRemoved(subject);
      case UNION_MEMBER_ADDED -> selections.memberAdded(subject.type(), subject.member());
      case OBJECT_TYPE_INTERFACE_REMOVED -> selections.interfaceRemoved(subject);
      case OBJECT_TYPE_INTERFACE_ADDED -> selections.interfaceAdded(subject);

      case FIELD_ARGUMENT_ADDED -> change.isOfNew() ? ofNew() : inputs.argumentAdded(subject);
      case FIELD_ARGUMENT_REMOVED -> inputs.argumentRemoved(subject);
      case FIELD_ARGUMENT_TYPE_CHANGED -> inputs.argumentTypeChanged(subject);
      case FIELD_ARGUMENT_DEFAULT_CHANGED -> inputs.argumentDefaultChanged(subject);
      case INPUT_FIELD_ADDED -> change.isOfNew() ? ofNew() : inputs.inputFieldAdded(subject);
      case INPUT_FIELD_REMOVED -> inputs.inputFieldRemoved(subject);
      case INPUT_FIELD_TYPE_CHANGED -> inputs.inputFieldTypeChanged(subject);
      case INPUT_FIELD_DEFAULT_VALUE_CHANGED -> inputs.inputFieldDefaultChanged(subject);
      case ENUM_VALUE_REMOVED -> inputs.enumValueRemoved(subject);
      case ENUM_VALUE_ADDED -> change.isOfNew() ? ofNew() : answers.enumValueAdded(subject);

      case DIRECTIVE_REMOVED -> directives.removed(subject);
      case DIRECTIVE_LOCATION_REMOVED -> directives.locationRemoved(subject);
      case DIRECTIVE_REPEATABLE_REMOVED -> directives.repeatableRemoved(subject);
      case DIRECTIVE_ARGUMENT_ADDED ->
          change.isOfNew() ? ofNew() : directives.argumentAdded(subject);
      case DIRECTIVE_ARGUMENT_REMOVED -> directives.argumentRemoved(subject);
      case DIRECTIVE_ARGUMENT_TYPE_CHANGED -> directives.argumentTypeChanged(subject);
      case DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED -> directives.argumentDefaultChanged(subject);

      case DIRECTIVE_USAGE_INPUT_OBJECT_ADDED ->
          subject.applied().equals("oneOf") && !change.isOfNew()
              ? inputs.oneOfAdded(subject)
              : directives.usage(subject.applied(), change.isOfNew());
      case DIRECTIVE_USAGE_INPUT_OBJECT_REMOVED ->
          subject.applied().equals("oneOf")
              ? Verdict.proved(Outcome.SAFE, "every value that could be sent is still taken")
              : directives.usage(subject.applied(), change.isOfNew());
      case DIRECTIVE_USAGE_SCHEMA_ADDED,
          DIRECTIVE_USAGE_SCHEMA_REMOVED,
          DIRECTIVE_USAGE_OBJECT_ADDED,
          DIRECTIVE_USAGE_OBJECT_REMOVED,
          DIRECTIVE_USAGE_INTERFACE_ADDED,
          DIRECTIVE_USAGE_INTERFACE_REMOVED,
          DIRECTIVE_USAGE_UNION_MEMBER_ADDED,
          DIRECTIVE_USAGE_UNION_MEMBER_REMOVED,
          DIRECTIVE_USAGE_SCALAR_ADDED,
          DIRECTIVE_USAGE_SCALAR_REMOVED,
          DIRECTIVE_USAGE_ENUM_ADDED,
          DIRECTIVE_USAGE_ENUM_REMOVED,
          DIRECTIVE_USAGE_ENUM_VALUE_ADDED,
          DIRECTIVE_USAGE_ENUM_VALUE_REMOVED,
          DIRECTIVE_USAGE_INPUT_FIELD_DEFINITION_ADDED,
          DIRECTIVE_USAGE_INPUT_FIELD_DEFINITION_REMOVED,
          DIRECTIVE_USAGE_FIELD_DEFINITION_ADDED,
          DIRECTIVE_USAGE_FIELD_DEFINITION_REMOVED,
          DIRECTIVE_USAGE_FIELD_ADDED,
          DIRECTIVE_USAGE_FIELD_REMOVED,
          DIRECTIVE_USAGE_ARGUMENT_DEFINITION_ADDED,
          DIRECTIVE_USAGE_ARGUMENT_DEFINITION_REMOVED,
          DIRECTIVE_USAGE_ARGUMENT_ADDED,
          DIRECTIVE_USAGE_ARGUMENT_REMOVED ->
          directives.usage(subject.applied(), change.isOfNew());

      case TYPE_ADDED, FIELD_ADDED, DIRECTIVE_ADDED -> ofNew();
      case DIRECTIVE_LOCATION_ADDED, DIRECTIVE_REPEATABLE_ADDED ->
          Verdict.proved(Outcome.SAFE, "every operation that was valid still is");

      case TYPE_DESCRIPTION_ADDED,
          TYPE_DESCRIPTION_CHANGED,
          TYPE_DESCRIPTION_REMOVED,
          FIELD_DESCRIPTION_ADDED,
          FIELD_DESCRIPTION_CHANGED,
          FIELD_DESCRIPTION_REMOVED,
          FIELD_DEPRECATION_ADDED,
          FIELD_DEPRECATION_REMOVED,
          FIELD_DEPRECATION_REASON_ADDED,
          FIELD_DEPRECATION_REASON_CHANGED,
          FIELD_DEPRECATION_REASON_REMOVED,
          FIELD_ARGUMENT_DESCRIPTION_CHANGED,
          INPUT_FIELD_DESCRIPTION_ADDED,
          INPUT_FIELD_DESCRIPTION_CHANGED,
          INPUT_FIELD_DESCRIPTION_REMOVED,
          ENUM_VALUE_DESCRIPTION_CHANGED,
          ENUM_VALUE_DEPRECATION_REASON_ADDED,
          ENUM_VALUE_DEPRECATION_REASON_CHANGED,
          ENUM_VALUE_DEPRECATION_REASON_REMOVED,
          DIRECTIVE_DESCRIPTION_CHANGED,
          DIRECTIVE_ARGUMENT_DESCRIPTION_CHANGED ->
          Verdict.stated(Outcome.SAFE);
    };
  }

  private static Verdict ofNew() {
    return Verdict.proved(Outcome.SAFE, "no operation that was valid uses it");
  }
}
