package com.example.warehouse.stock;

import com.example.warehouse.stock.database.ConnectionPool;
import com.example.warehouse.stock.http.Log;
import com.example.warehouse.stock.item.ItemStore;
import com.example.warehouse.stock.reservation.ReservationStore;
import com.example.warehouse.stock.reservation.Reserve;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts the stock service; see .env.example for its settings. */
public final class Main {

  private static final int WORKERS = 8;
  private static final int BACKLOG = 64;

  private Main() {}

  public static void main(String[] args) throws IOException {
    // Without this, answers on kept-alive connections wait for the client's delayed ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "120");
    Map<String, String> env = System.getenv();
    String databaseUrl = env.get("DATABASE_URL");
    if (databaseUrl == null || databaseUrl.isBlank()) {
      System.err.println("stock: set DATABASE_URL (see .env.example)");
      System.exit(2);
    }

    ConnectionPool pool =
        new ConnectionPool(databaseUrl, env.get("DATABASE_USER"), env.get("DATABASE_PASSWORD"));
    ItemStore items = new ItemStore();
    ReservationStore reservations = new ReservationStore();
    StockApi api =
        new StockApi(pool, items, reservations, new Reserve(pool, items, reservations));

    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    InetSocketAddress address =
        new InetSocketAddress(
            env.getOrDefault("HOST", "127.0.0.1"),
            Integer.parseInt(env.getOrDefault("PORT", "8083")));
    HttpServer server = HttpServer.create(address, BACKLOG);
    server.createContext("/", api.router());
    server.setExecutor(workers);
    server.start();
    Log.info("stock listens on %s", server.getAddress());

    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.stop(0);
                  workers.shutdownNow();
                  pool.close();
                  Log.info("stock has stopped");
                }));
  }
}
