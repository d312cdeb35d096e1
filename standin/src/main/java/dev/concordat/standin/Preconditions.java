package dev.concordat.standin;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Entity tags (RFC 9110 sections 8.8.3 and 13.1), where the contract documents them.
final class Preconditions {
  private static final int NOT_MODIFIED = 304;
  private static final int TAG_LENGTH = 16;

  private Preconditions() {}

  /// The answer with its tag; 304 where the client has it already and the contract documents that.
  static HttpResponseMessage applied(
      HttpOperation operation, HttpRequestMessage request, HttpResponseMessage answer) {
    boolean isTagged = isTagged(operation, answer.status());
    if (!isTagged || answer.body().size() == 0) {
      return answer;
    }
    String tag = tag(answer.body());
    List<Header> headers = new ArrayList<>();
    answer.headers().stream()
        .filter(header -> !header.name().equalsIgnoreCase("ETag"))
        .forEach(headers::add);
    headers.add(new Header("ETag", tag));
    boolean isRead = request.method().equals("GET") || request.method().equals("HEAD");
    boolean isKnown =
        isRead && request.header("if-none-match").filter(sent -> matches(sent, tag)).isPresent();
    Optional<ResponseSpec> notModified =
        operation.responses().stream()
            .filter(it -> it.status().equals(Integer.toString(NOT_MODIFIED)))
            .findFirst();
    return isKnown && notModified.isPresent()
        ? new HttpResponseMessage(NOT_MODIFIED, List.of(new Header("ETag", tag)), Bytes.EMPTY)
        : new HttpResponseMessage(answer.status(), headers, answer.body());
  }

  private static boolean isTagged(HttpOperation operation, int status) {
    return operation.response(status).map(ResponseSpec::headers).orElseGet(List::of).stream()
        .map(Parameter::name)
        .anyMatch("ETag"::equalsIgnoreCase);
  }

  private static boolean matches(String sent, String tag) {
    for (String each : sent.split(",", -1)) {
      String bare = each.strip();
      if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }

  private static String tag(Bytes body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.toArray());
      return '"' + HexFormat.of().formatHex(digest).substring(0, TAG_LENGTH) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
