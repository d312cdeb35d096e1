package dev.concordat.compare.replay;

import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.asyncapi.MessageJudge;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an AsyncAPI contract says of a message.
final class MessageWord {
  private MessageWord() {}

  static ContractWord of(AsyncApiContract contract, WitnessMessage message) {
    if (!(message
        instanceof WitnessMessage.Message(String address, JsonValue headers, JsonValue payload))) {
      return new ContractWord.NotJudged();
    }
    var judge = new MessageJudge(contract);
    return judge.knows(address)
        ? ContractWord.ofBreaches(judge.judge(delivery(address, headers, payload)))
        : new ContractWord.NotJudged();
  }

  private static MessageDelivery delivery(String address, JsonValue headers, JsonValue payload) {
    return new MessageDelivery(
        "",
        "",
        address,
        0,
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.of(Bytes.utf8(JsonText.compact(payload))),
        headers(headers));
  }

  private static List<Header> headers(JsonValue headers) {
    List<Header> all = new ArrayList<>();
    if (headers instanceof JsonObject object) {
      object
          .members()
          .forEach(
              (name, value) ->
                  all.add(
                      new Header(
                          name,
                          value instanceof JsonString(String text) ? text : value.toString())));
    }
    return all;
  }
}
