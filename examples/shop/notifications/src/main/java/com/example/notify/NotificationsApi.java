package com.example.notify;

import com.example.notify.events.OrderEventConsumer;
import com.example.notify.http.Parameters;
import com.example.notify.http.Problem;
import com.example.notify.http.Request;
import com.example.notify.http.Response;
import com.example.notify.http.Router;
import com.example.notify.json.Json;
import com.example.notify.json.ProblemJson;
import com.example.notify.mail.DeliveryReports;
import com.example.notify.mail.Mail;
import com.example.notify.mail.Mailbox;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The operations of openapi.json. */
final class NotificationsApi {

  private final Mailbox mailbox;
  private final DeliveryReports reports;
  private final OrderEventConsumer consumer;

  NotificationsApi(Mailbox mailbox, DeliveryReports reports, OrderEventConsumer consumer) {
    this.mailbox = mailbox;
    this.reports = reports;
    this.consumer = consumer;
  }

  Router router() {
    return new Router(ProblemJson::of)
        .on("GET", "/health", this::health)
        .on("GET", "/mails", this::list)
        .on("GET", "/mails/{mailId}", this::get);
  }

  private Response list(Request request) {
    Parameters parameters = new Parameters(request);
    Optional<UUID> orderId = parameters.uuid("orderId");
    int limit = parameters.integer("limit", 1, 100, 20);
    parameters.check();
    List<Mail> mails = mailbox.list(orderId);
    if (mails.isEmpty() && Faults.enabled("notifications-empty-204")) {
      return Response.empty(204);
    }
    ObjectNode json = Json.object();
    ArrayNode items = json.putArray("items");
    mails.stream().limit(limit).map(Mail::summary).forEach(items::add);
    json.put("total", mails.size());
    return Response.json(200, Json.bytes(json));
  }

  private Response get(Request request) {
    UUID id = new Parameters(request).uuidInPath("mailId");
    Mail mail =
        mailbox.find(id).orElseThrow(() -> Problem.notFound("There is no mail " + id + "."));
    if (Faults.enabled("notifications-mail-slow")) {
      reports.await(mail);
    }
    return Response.json(200, Json.bytes(mail.json()));
  }

  private Response health(Request request) {
    if (!consumer.isReady()) {
      throw Problem.unavailable("Kafka");
    }
    return Response.json(200, Json.bytes(Json.object().put("status", "UP")));
  }
}
