package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.inclusion.Meeting;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Places of which a sender has no value at all, so that whatever changes there is proved to pass. Schemas that say so on
/// purpose, `false` and `not: {}`, are none. Not thread-safe.
final class Vacuity {
  /// Most schemas that are read together at one place.
  private static final int MAX_PARTS = 200;

  private final Inclusions inclusions;
  private final Map<Asked, Boolean> known = new HashMap<>();

  private record Asked(Schema schema, Reading reading, Direction direction) {}

  Vacuity(Inclusions inclusions) {
    this.inclusions = inclusions;
  }

  /// A schema without a value.
  ///
  /// @param pointer where in a value
  /// @param isByLetterToo whether it has none even if members may be sent that are not declared
  record Nothing(Schema schema, String pointer, boolean isByLetterToo) {
    Edit edit(Way way) {
      var there =
          new Edit.Side(
              Optional.of(schema),
              Optional.empty(),
              Optional.of(schema.node()),
              false,
              false,
              false,
              false);
      return new Edit(
          Edit.NOTHING,
          "",
          Edit.Change.CHANGED,
          pointer,
          "",
          way.isSentByBefore() ? there : Edit.Side.NONE,
          way.isSentByBefore() ? Edit.Side.NONE : there);
    }

    Verdict verdict() {
      return isByLetterToo
          ? new Verdict.Unknown(
              "no value keeps the sender's own schema, so that nothing is shown by all of them"
                  + " passing",
              List.of("values that the schema declares", "any values"))
          : new Verdict.Proved("what is changed there is judged by the letter instead");
    }
  }

  /// Why an edit passes that asks for more than was asked, or that leaves a new sender without a value: for there is none.
  ///
  /// @param isPlain whether each sentence of the sender gives the receiver's, so that no edit asks for more
  Optional<Nothing> behind(Found found, boolean isPlain, Schema before, Schema after, Way way) {
    Edit edit = found.edit();
    boolean isOfSender =
        edit.concern() == Edit.Concern.VALUES
            && way.sender(edit.before(), edit.after()).schema().isPresent();
    if (!isOfSender) {
      return Optional.empty();
    }
    boolean asksMore = !isPlain && found.aim().isPresent() && !edit.asksLess(way);
    boolean isNew =
        !asksMore
            && !way.isSentByBefore()
            && edit.leavesLess()
            && on(before, edit.pointer(), way.direction()).isEmpty();
    return asksMore || isNew
        ? on(way.sender(before, after), edit.pointer(), way.direction())
        : Optional.empty();
  }

  /// The outermost one on the way to a place.
  Optional<Nothing> on(Schema sender, String pointer, Direction direction) {
    List<Schema> here = List.of(sender);
    int from = 0;
    while (true) {
      String at = pointer.substring(0, from);
      Optional<Schema> empty = here.stream().filter(each -> isEmpty(each, direction)).findFirst();
      if (empty.isPresent()) {
        boolean isByLetterToo = hasNone(empty.get(), Reading.LITERAL, direction);
        return Optional.of(new Nothing(empty.get(), at, isByLetterToo));
      }
      if (from == pointer.length()) {
        return Optional.empty();
      }
      int until = pointer.indexOf('/', from + 1);
      int end = until < 0 ? pointer.length() : until;
      String token = pointer.substring(from + 1, end).replace("~1", "/").replace("~0", "~");
      here =
          here.stream().flatMap(each -> inside(each, token)).distinct().limit(MAX_PARTS).toList();
      from = end;
    }
  }

  private boolean isEmpty(Schema schema, Direction direction) {
    return !isMeantTo(schema) && hasNone(schema, Reading.CLOSED, direction);
  }

  private static boolean isMeantTo(Schema schema) {
    SchemaView view = schema.view();
    return view.schema().allowsNothing() || view.not().filter(Schema::allowsAll).isPresent();
  }

  private boolean hasNone(Schema schema, Reading reading, Direction direction) {
    return known.computeIfAbsent(
        new Asked(schema.view().schema(), reading, direction),
        asked -> inclusions.meet(List.of(schema), reading, direction) instanceof Meeting.Empty);
  }

  /// The schemas of a member, or of the items, in all parts of a schema.
  private static Stream<Schema> inside(Schema schema, String token) {
    return parts(schema).stream()
        .map(Schema::view)
        .flatMap(
            view ->
                token.equals("*")
                    ? Stream.concat(view.items().stream(), view.prefixItems().stream())
                    : Optional.ofNullable(view.properties().get(token)).stream());
  }

  private static Set<Schema> parts(Schema schema) {
    Set<Schema> parts = new LinkedHashSet<>();
    Deque<Schema> open = new ArrayDeque<>(List.of(schema));
    while (!open.isEmpty() && parts.size() < MAX_PARTS) {
      SchemaView view = open.remove().view();
      if (parts.add(view.schema())) {
        var more = new ArrayList<>(view.allOf());
        more.addAll(view.anyOf());
        more.addAll(view.oneOf());
        open.addAll(more);
      }
    }
    return parts;
  }
}
