package dev.concordat.compare.protobuf.buf;

import dev.concordat.compare.protobuf.buf.Changed.FieldAspect;
import dev.concordat.compare.protobuf.buf.Findings.At;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.Located;
import dev.concordat.contracts.protobuf.Span;
import java.util.Optional;

/// A field that is on both sides, by its number in its message, or in the message that it extends.
///
/// @param owner the message's full name
record FieldPair(String owner, Declared<FieldSpec> old, Declared<FieldSpec> now) {
  FieldSpec before() {
    return old.what();
  }

  FieldSpec after() {
    return now.what();
  }

  boolean isInMapEntries() {
    return isInMapEntry(old) && isInMapEntry(now);
  }

  private static boolean isInMapEntry(Declared<FieldSpec> field) {
    return !field.what().isExtension()
        && field.parent().filter(holder -> holder.what().isMapEntry()).isPresent();
  }

  Changed changed(FieldAspect aspect) {
    return new Changed.OfField(owner, Optional.of(before()), Optional.of(after()), aspect);
  }

  /// `field 3 (`total`) of `Order``.
  String words() {
    return after().isExtension()
        ? "extension " + after().number() + " (`" + after().fullName() + "`) of `" + owner + "`"
        : "field "
            + after().number()
            + " (`"
            + after().name()
            + "`) of `"
            + owner.substring(owner.lastIndexOf('.') + 1)
            + "`";
  }

  At whole(Declared<FieldSpec> field) {
    return At.span(field.file(), field.span(field.what().located()));
  }

  /// The type, or the name of the type.
  At type(Declared<FieldSpec> field) {
    int part = field.what().typeName().isEmpty() ? FieldParts.TYPE : FieldParts.TYPE_NAME;
    return At.span(field.file(), field.span(field.what().located(), part));
  }

  At name(Declared<FieldSpec> field) {
    Located located = field.what().located();
    return At.span(field.file(), located.exactly(FieldParts.NAME).or(() -> field.span(located)));
  }

  /// A place within the field, or else the whole.
  At or(Declared<FieldSpec> field, Optional<Span> part) {
    return part.isPresent() ? At.span(field.file(), part) : whole(field);
  }
}
