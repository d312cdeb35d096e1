package dev.concordat.contracts.http;

import dev.concordat.contracts.tree.Located;
import dev.concordat.model.place.Place;
import java.util.List;

/// A documented response.
///
/// @param status `201`, a range such as `4XX`, or `default`
/// @param content empty when the contract says nothing about a body
/// @param links where a client can go from here
/// @param written the status in the operation's `responses`
public record ResponseSpec(
    String status,
    List<Parameter> headers,
    List<MediaTypeSpec> content,
    List<LinkSpec> links,
    Located written) {
  /// The status that stands for every one without an entry of its own.
  public static final String DEFAULT = "default";

  public ResponseSpec {
    headers = List.copyOf(headers);
    content = List.copyOf(content);
    links = List.copyOf(links);
  }

  /// Where it stands.
  public Place place() {
    return written.place();
  }

  /// The text of that line, trimmed.
  public String sourceLine() {
    return written.sourceLine();
  }

  /// Whether this entry speaks of the status; `default` speaks of all.
  public boolean covers(int code) {
    return specificity(code) > 0;
  }

  /// 3 for the very status, 2 for its range, 1 for `default`, 0 when another status is meant.
  int specificity(int code) {
    if (status.equals(DEFAULT)) {
      return 1;
    }
    if (status.equals(Integer.toString(code))) {
      return 3;
    }
    boolean isRange = status.length() == 3 && status.substring(1).equalsIgnoreCase("XX");
    return isRange && status.charAt(0) - '0' == code / 100 ? 2 : 0;
  }
}
