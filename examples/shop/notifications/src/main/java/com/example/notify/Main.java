package com.example.notify;

import com.example.notify.events.OrderEventConsumer;
import com.example.notify.http.Log;
import com.example.notify.mail.DeliveryReports;
import com.example.notify.mail.MailWriter;
import com.example.notify.mail.Mailbox;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts the notifications service; see .env.example for its settings. */
public final class Main {

  private static final int WORKERS = 8;
  private static final int BACKLOG = 64;

  private Main() {}

  public static void main(String[] args) throws IOException {
    // Without this, answers on kept-alive connections wait for the client's delayed ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "120");
    Map<String, String> env = System.getenv();
    String bootstrapServers = env.get("KAFKA_BOOTSTRAP");
    if (bootstrapServers == null || bootstrapServers.isBlank()) {
      System.err.println("notifications: set KAFKA_BOOTSTRAP (see .env.example)");
      System.exit(2);
    }

    Mailbox mailbox = new Mailbox();
    OrderEventConsumer consumer =
        new OrderEventConsumer(
            bootstrapServers,
            env.getOrDefault("KAFKA_GROUP", "notifications"),
            new MailWriter(),
            mailbox);
    NotificationsApi api = new NotificationsApi(mailbox, new DeliveryReports(), consumer);

    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    InetSocketAddress address =
        new InetSocketAddress(
            env.getOrDefault("HOST", "127.0.0.1"),
            Integer.parseInt(env.getOrDefault("PORT", "8084")));
    HttpServer server = HttpServer.create(address, BACKLOG);
    server.createContext("/", api.router());
    server.setExecutor(workers);
    consumer.start();
    server.start();
    Log.info("notifications listens on %s", server.getAddress());

    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.stop(0);
                  workers.shutdownNow();
                  consumer.stop();
                  Log.info("notifications has stopped");
                }));
  }
}
