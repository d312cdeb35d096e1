package dev.concordat.standin;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.service.EntityTag;
import dev.concordat.standin.value.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Entity tags (RFC 9110 sections 8.8.3 and 13.1), where the contract documents them.
final class EntityTags {
  private static final int NOT_MODIFIED = 304;

  private EntityTags() {}

  /// The answer with its tag; 304 where the client has it already and the contract documents that.
  ///
  /// @param version of the one thing that it is about; what is about several is told apart by its bytes
  static HttpResponseMessage applied(
      HttpOperation operation,
      HttpRequestMessage request,
      HttpResponseMessage answer,
      Optional<String> version) {
    Optional<Parameter> documented = documented(operation, answer.status());
    if (documented.isEmpty() || (answer.body().size() == 0 && version.isEmpty())) {
      return answer;
    }
    String tag = version.map(EntityTag::of).orElseGet(() -> EntityTag.of(answer.body()));
    boolean isAllowed =
        documented
            .flatMap(Parameter::schema)
            .map(schema -> Typed.of(schema, tag).isPresent())
            .orElse(true);
    if (!isAllowed) {
      return answer;
    }
    List<Header> headers = new ArrayList<>();
    answer.headers().stream()
        .filter(header -> !header.name().equalsIgnoreCase("ETag"))
        .forEach(headers::add);
    headers.add(new Header("ETag", tag));
    boolean isRead = request.method().equals("GET") || request.method().equals("HEAD");
    boolean isKnown =
        isRead
            && request
                .header("if-none-match")
                .filter(sent -> EntityTag.isAmong(sent, tag, true))
                .isPresent();
    Optional<ResponseSpec> notModified =
        operation.responses().stream()
            .filter(it -> it.status().equals(Integer.toString(NOT_MODIFIED)))
            .findFirst();
    return isKnown && notModified.isPresent()
        ? new HttpResponseMessage(NOT_MODIFIED, List.of(new Header("ETag", tag)), Bytes.EMPTY)
        : new HttpResponseMessage(answer.status(), headers, answer.body());
  }

  private static Optional<Parameter> documented(HttpOperation operation, int status) {
    return operation.response(status).map(ResponseSpec::headers).orElseGet(List::of).stream()
        .filter(header -> header.name().equalsIgnoreCase("ETag"))
        .findFirst();
  }
}
