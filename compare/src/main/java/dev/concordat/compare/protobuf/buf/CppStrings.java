package dev.concordat.compare.protobuf.buf;

import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.Span;
import java.util.Optional;

/// What generated C++ code holds strings and bytes in: by `ctype`, and from edition 2023 on by the feature
/// `(pb.cpp).string_type`.
final class CppStrings {
  private static final String EDITION_2024 = "2024";

  private CppStrings() {}

  /// `STRING`, `CORD`, `VIEW` or `STRING_PIECE`.
  static String of(Declared<FieldSpec> field) {
    String syntax = field.file().syntax();
    boolean isFrom2024 = !syntax.startsWith("proto") && syntax.compareTo(EDITION_2024) >= 0;
    Optional<String> ctype =
        isFrom2024 ? Optional.empty() : LanguageFeatures.text(field.what().options(), "ctype");
    return ctype
        .or(() -> LanguageFeatures.of(field, "[pb.cpp]", "string_type"))
        .orElse(isFrom2024 ? "VIEW" : "STRING");
  }

  static Optional<Span> span(FieldSpec field) {
    return field
        .located()
        .exactly(FieldParts.OPTIONS, FieldParts.OPTION_CTYPE)
        .or(
            () ->
                field
                    .located()
                    .option(
                        FieldParts.OPTIONS,
                        FieldParts.OPTION_FEATURES,
                        FieldParts.FEATURES_CPP,
                        FieldParts.CPP_STRING_TYPE));
  }
}
