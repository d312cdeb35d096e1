package dev.concordat.registry.webhook;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.registry.mail.Mail;
import dev.concordat.registry.mail.MailSender;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// What came of calling a target once.
///
/// @param received empty where there was no answer
/// @param log without a line that says what follows
record Attempt(Optional<Received> received, boolean isSuccess, boolean showsResponse, CallLog log) {
  /// Why the answer is not shown, in the words of the Pact Broker: what a target inside a network answers must not be
  /// readable from outside.
  static String hidden(String base) {
    return "For security purposes, the response details are not logged. To enable response logging, configure the"
        + " webhook_host_whitelist property. See "
        + base
        + "/doc/webhooks#whitelist for more information.";
  }

  static Attempt make(WebhookSettings settings, Call call, String event, String base, Instant now) {
    Optional<Mail> mail = call.mail();
    if (mail.isPresent()) {
      return mailed(settings, call, mail.get(), now);
    }
    JsonObject.Builder context = new JsonObject.Builder();
    if (!base.isEmpty()) {
      context.add("base_url", new JsonString(base));
    }
    context.add("event_name", new JsonString(event));
    CallLog log = new CallLog(call, now).request(JsonText.compact(context.build()));
    boolean shows = !settings.hosts().isEmpty();
    try {
      Received received = new Sender(settings).send(call);
      if (shows) {
        log.response(received);
      } else {
        log.say(hidden(base));
      }
      return new Attempt(Optional.of(received), received.isSuccess(), shows, log);
    } catch (RefusedTarget refused) {
      log.error("The call is not made: " + refused.getMessage());
    } catch (IOException failure) {
      log.error(
          shows
              ? "Error executing webhook: " + failure.getMessage()
              : "Error executing webhook. " + hidden(base));
    }
    return new Attempt(Optional.empty(), false, shows, log);
  }

  private static Attempt mailed(WebhookSettings settings, Call call, Mail mail, Instant now) {
    CallLog log = new CallLog(call, now).say("E-mail to " + mail.to() + ": " + mail.subject());
    if (settings.mail().isEmpty()) {
      log.error("The registry was started without a mail server (--mail-server)");
      return new Attempt(Optional.empty(), false, true, log);
    }
    try {
      MailSender.send(settings.mail().get(), mail, now, settings.callLimit());
      return new Attempt(Optional.empty(), true, true, log);
    } catch (IOException failure) {
      log.error("The message was not taken: " + failure.getMessage());
      return new Attempt(Optional.empty(), false, true, log);
    }
  }
}
