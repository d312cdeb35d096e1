package dev.concordat.contracts.body;

import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterDecoder;
import dev.concordat.contracts.http.ParameterDecoder.Decoded;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.RequestFields;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads parameters of all kinds, those that are written in a media type of their own (`content`) too.
public final class ContentParameters {
  private ContentParameters() {}

  /// What stands in the request for a parameter.
  public static Decoded decode(Parameter parameter, RequestFields fields) {
    Decoded decoded = ParameterDecoder.decode(parameter, fields);
    Optional<MediaTypeSpec> content =
        parameter.content().filter(spec -> !spec.mediaType().isJson());
    if (content.isEmpty() || !(decoded instanceof Decoded.Present present)) {
      return decoded;
    }
    MediaTypeSpec spec = content.get();
    boolean isWholeForm =
        parameter.in() == ParameterLocation.QUERYSTRING && spec.mediaType().isForm();
    // A form takes its own escapes off.
    String text = isWholeForm ? fields.queryText() : present.text();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (new BodyReader(0).read(Content.of(spec), spec.mediaType(), bytes)) {
      case BodyValue.Value value when value.flaws().isEmpty() ->
          new Decoded.Present(value.value(), present.text());
      case BodyValue.Value value ->
          new Decoded.Unreadable(value.flaws().getFirst().message(), present.text());
      case BodyValue.Malformed(String reason) ->
          new Decoded.Unreadable("it is " + reason, present.text());
      case BodyValue.Unjudged ignored -> decoded;
    };
  }
}
