package dev.concordat.compare.protobuf;

import dev.concordat.compare.protobuf.buf.BufFinding;
import dev.concordat.compare.protobuf.buf.Changed;
import dev.concordat.compare.protobuf.wire.Peer;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.MessageType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Puts together what rules report of the same change.
final class Changes {
  private final Peer before;
  private final Peer after;

  Changes(Peer before, Peer after) {
    this.before = before;
    this.after = after;
  }

  /// The changes, in the order in which they were reported first.
  List<Change> of(List<BufFinding> findings) {
    var byKey = new LinkedHashMap<String, List<BufFinding>>();
    for (BufFinding finding : findings) {
      byKey.computeIfAbsent(key(finding.changed()), key -> new ArrayList<>()).add(finding);
    }
    return byKey.values().stream().map(Changes::change).toList();
  }

  /// What is a type's for the rules may be a map field's for people, so the latter gives the change its face.
  private static Change change(List<BufFinding> findings) {
    Changed face =
        findings.stream()
            .filter(one -> one.changed() instanceof Changed.OfField)
            .min(Comparator.comparingInt(Changes::order))
            .orElseGet(findings::getFirst)
            .changed();
    return new Change(face, findings);
  }

  // The enum lists its aspects in the order in which they tell most.
  @SuppressWarnings("EnumOrdinal")
  private static int order(BufFinding finding) {
    return finding.changed() instanceof Changed.OfField field ? field.aspect().ordinal() : 0;
  }

  private String key(Changed changed) {
    return switch (changed) {
      case Changed.OfFile(String name, String aspect) -> "file " + name + " " + aspect;
      case Changed.OfPackage(String name) -> "package " + name;
      case Changed.OfType(String kind, String fullName, String aspect) ->
          mapField(fullName)
              .filter(owned -> kind.equals("message") && aspect.isEmpty())
              .map(this::ofMap)
              .orElseGet(() -> kind + " " + fullName + " " + aspect);
      case Changed.OfField field -> key(field);
      case Changed.OfEnumValue value ->
          "value " + value.before().fullName() + " " + value.number() + " " + value.isRemoved();
      case Changed.OfMethod method ->
          "method " + method.before().fullName() + " " + method.aspect();
    };
  }

  private static String key(Changed.OfField field) {
    return key(field.owner(), field.either().number(), field.aspect());
  }

  /// Type and cardinality are told together: which of them a message shows cannot be told apart.
  private static String key(String owner, int number, Changed.FieldAspect aspect) {
    String what =
        switch (aspect) {
          case TYPE, CARDINALITY, REQUIRED -> "shape";
          case REMOVED,
              NAME,
              DEFAULT,
              ONEOF,
              CPP_STRING_TYPE,
              JAVA_UTF8_VALIDATION,
              JSTYPE,
              UTF8_VALIDATION ->
              aspect.name();
        };
    return "field " + owner + " " + number + " " + what;
  }

  /// The type that was made for a map field goes with the field.
  private String ofMap(Owned owned) {
    boolean isThere =
        after
            .message(owned.owner())
            .flatMap(type -> after.field(type, owned.field().number()))
            .isPresent();
    return key(
        owned.owner(),
        owned.field().number(),
        isThere ? Changed.FieldAspect.TYPE : Changed.FieldAspect.REMOVED);
  }

  /// A field with the message that holds it.
  record Owned(String owner, FieldSpec field) {}

  /// The map field that a type of the old contract was made for; empty for types that people wrote.
  Optional<Owned> mapField(String entryName) {
    return before
        .message(entryName)
        .filter(MessageType::isMapEntry)
        .map(entry -> entryName.substring(0, entryName.lastIndexOf('.')))
        .flatMap(before::message)
        .flatMap(
            holder ->
                holder.fields().stream()
                    .filter(field -> field.typeName().equals(entryName))
                    .findFirst()
                    .map(field -> new Owned(holder.fullName(), field)));
  }
}
