package dev.concordat.wire.fault;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Changes in the answer's JSON body: a member that is null, absent, unknown, or has a value that its enumeration does not
/// know. The body is written anew, with its numbers' digits as they were. An answer that is not JSON, or does not have the
/// place, stays as it is, and the fault counts as not applied.
///
/// @param edits at least one, done in this order
public record EditBody(List<JsonEdit> edits) implements MessageFault {
  public EditBody {
    edits = List.copyOf(edits);
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("there is at least one edit");
    }
  }

  @Override
  public String name() {
    return "edit-body";
  }

  @Override
  public boolean fits(Answer answer) {
    return answer.hasBody() && edited(answer).isPresent();
  }

  @Override
  public HttpResponseMessage instead(Answer answer) {
    Optional<JsonValue> edited = edited(answer);
    if (edited.isEmpty()) {
      return answer.message();
    }
    HttpResponseMessage message = answer.message();
    Bytes body = Bytes.utf8(JsonText.compact(edited.get()));
    return new HttpResponseMessage(message.status(), message.headers(), body);
  }

  private Optional<JsonValue> edited(Answer answer) {
    Optional<JsonValue> value = JsonParser.parse(answer.message().body().toArray()).value();
    for (JsonEdit edit : edits) {
      value = value.flatMap(edit::applied);
    }
    return value;
  }
}
