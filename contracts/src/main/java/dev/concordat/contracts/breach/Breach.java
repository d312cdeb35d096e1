package dev.concordat.contracts.breach;

import dev.concordat.model.place.Place;

/// One sentence of a contract that an exchange broke.
///
/// @param operationId the operation or message whose sentence it is; for a request that belongs to none, method and path
/// @param pointer where in the exchange, generalised so that the same mistake in two items is the same breach:
///     `/items/*/price` in a body, `header:Location`, `query:limit`, `status`, `content-type`
/// @param sentence the place of the sentence
/// @param sentenceText its source line, trimmed
/// @param message what is wrong in one sentence, with the actual value
/// @param expected what the contract says, in a few words
/// @param actual what was there
public record Breach(
    Kind kind,
    String operationId,
    String pointer,
    Place sentence,
    String sentenceText,
    String message,
    String expected,
    String actual) {

  /// What kind of sentence was broken.
  public enum Kind {
    /// The response's status is not documented.
    UNDOCUMENTED_STATUS,
    /// The body's media type is not documented.
    WRONG_MEDIA_TYPE,
    /// A required response or message header is absent.
    MISSING_HEADER,
    /// A header's value breaks its schema.
    WRONG_HEADER,
    /// A required member is absent.
    MISSING_FIELD,
    /// A value has another JSON type.
    WRONG_TYPE,
    /// A value breaks an enumeration, bound, length, pattern or format.
    VALUE_NOT_ALLOWED,
    /// A member that the contract forbids.
    UNEXPECTED_FIELD,
    /// The body is not what its media type says: broken JSON, broken gzip, empty.
    MALFORMED_BODY,
    /// The body of a documented error (4xx, 5xx) is not the documented one.
    WRONG_ERROR_FORMAT,
    /// No operation has this path.
    UNKNOWN_OPERATION,
    /// The path exists, the method does not.
    METHOD_NOT_ALLOWED,
    /// A request parameter's value breaks its schema.
    BAD_PARAMETER,
    /// A required request parameter is absent.
    MISSING_PARAMETER,
    /// The request's body or its media type is not the documented one.
    BAD_REQUEST_BODY;

    /// Whether the consumer's side broke the contract.
    public boolean isOfRequest() {
      return switch (this) {
        case UNKNOWN_OPERATION,
            METHOD_NOT_ALLOWED,
            BAD_PARAMETER,
            MISSING_PARAMETER,
            BAD_REQUEST_BODY ->
            true;
        default -> false;
      };
    }
  }

  /// The same breach under another kind.
  public Breach withKind(Kind other) {
    return new Breach(
        other, operationId, pointer, sentence, sentenceText, message, expected, actual);
  }

  /// The same breach of another operation.
  public Breach withOperation(String id) {
    return new Breach(kind, id, pointer, sentence, sentenceText, message, expected, actual);
  }

  /// The same breach elsewhere in the exchange.
  public Breach withPointer(String other) {
    return new Breach(kind, operationId, other, sentence, sentenceText, message, expected, actual);
  }
}
