package dev.concordat.compare.need;

import dev.concordat.contracts.body.BodyEncoder;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Requests as a client really sends them, where the consumer's contract is shorter: without a media type, with one of the
/// same structure as the documented one, or with a form that is written as an object.
final class OnTheWire {
  private OnTheWire() {}

  static HttpRequestMessage of(SentRequest request, HttpOperation operation) {
    HttpRequestMessage written = request.message();
    List<MediaTypeSpec> documented = operation.body().map(body -> body.content()).orElse(List.of());
    if (written.body().size() == 0 || documented.isEmpty()) {
      return written;
    }
    Optional<MediaType> stated = written.header("content-type").flatMap(MediaType::parse);
    Optional<MediaTypeSpec> meant =
        stated.isPresent()
            ? MediaTypes.meant(documented, stated.get())
            : documented.stream()
                .filter(spec -> spec.mediaType().isJson())
                .findFirst()
                .or(() -> documented.stream().findFirst());
    if (meant.isEmpty()) {
      return written;
    }
    MediaType type = meant.get().mediaType();
    if (request.body().isPresent() && (type.isForm() || type.isMultipart())) {
      return BodyEncoder.encode(meant.get(), request.body().get().value())
          .map(encoded -> with(written, encoded.contentType(), encoded.bytes()))
          .orElse(written);
    }
    boolean isRight = stated.filter(it -> MediaType.choose(documented, it).isPresent()).isPresent();
    return isRight || type.isRange() ? written : with(written, type.toString(), written.body());
  }

  private static HttpRequestMessage with(HttpRequestMessage written, String type, Bytes body) {
    List<Header> headers = new ArrayList<>();
    for (Header header : written.headers()) {
      if (!header.name().equalsIgnoreCase("content-type")) {
        headers.add(header);
      }
    }
    headers.add(new Header("Content-Type", type));
    return new HttpRequestMessage(written.method(), written.target(), headers, body);
  }
}
