package com.example.shop.orders;

import com.example.shop.orders.clients.PaymentsClient;
import com.example.shop.orders.clients.StockClient;
import com.example.shop.orders.database.ConnectionPool;
import com.example.shop.orders.events.EventPublisher;
import com.example.shop.orders.http.Log;
import com.example.shop.orders.order.AuditTrail;
import com.example.shop.orders.order.CancelOrder;
import com.example.shop.orders.order.OrderStore;
import com.example.shop.orders.order.PlaceOrder;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts the orders service; see .env.example for its settings. */
public final class Main {

  private static final int WORKERS = 8;
  private static final int BACKLOG = 64;

  private Main() {}

  public static void main(String[] args) throws IOException {
    // Without this, answers on kept-alive connections wait for the client's delayed ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "120");
    Map<String, String> env = System.getenv();

    ConnectionPool pool =
        new ConnectionPool(
            required(env, "DATABASE_URL"), env.get("DATABASE_USER"), env.get("DATABASE_PASSWORD"));
    EventPublisher events = new EventPublisher(required(env, "KAFKA_BOOTSTRAP"));
    StockClient stock = new StockClient(required(env, "STOCK_URL"));
    PaymentsClient payments = new PaymentsClient(required(env, "PAYMENTS_URL"));
    OrderStore store = new OrderStore();
    AuditTrail audit = new AuditTrail();
    OrdersApi api =
        new OrdersApi(
            pool,
            store,
            new PlaceOrder(pool, store, audit, stock, payments, events),
            new CancelOrder(pool, store, audit, stock, payments, events),
            events);

    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    InetSocketAddress address =
        new InetSocketAddress(
            env.getOrDefault("HOST", "127.0.0.1"),
            Integer.parseInt(env.getOrDefault("PORT", "8081")));
    HttpServer server = HttpServer.create(address, BACKLOG);
    server.createContext("/", api.router());
    server.setExecutor(workers);
    events.start();
    server.start();
    Log.info("orders listens on %s", server.getAddress());

    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.stop(0);
                  workers.shutdownNow();
                  events.close();
                  pool.close();
                  Log.info("orders has stopped");
                }));
  }

  private static String required(Map<String, String> env, String name) {
    String value = env.get(name);
    if (value == null || value.isBlank()) {
      System.err.println("orders: set " + name + " (see .env.example)");
      System.exit(2);
    }
    return value;
  }
}
