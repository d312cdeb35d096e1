package dev.concordat.wire.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Fills a table of what clients see: its columns side by side, and of each several rows, since they mostly wait.
public final class TableWorkers implements AutoCloseable {
  private final int rows;
  private final List<ExecutorService> workers = new ArrayList<>();
  private final Map<String, List<Future<String>>> running = new LinkedHashMap<>();

  /// @param rows of one column at once
  public TableWorkers(int rows) {
    this.rows = rows;
  }

  /// Begins with a column.
  public void begin(String column, List<Callable<String>> cells) {
    ExecutorService worker = Executors.newFixedThreadPool(rows);
    workers.add(worker);
    running.put(column, cells.stream().map(worker::submit).toList());
  }

  /// All columns, in the order in which they were begun, when they are filled.
  public Map<String, List<String>> columns() throws ExecutionException, InterruptedException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (var each : running.entrySet()) {
      List<String> cells = new ArrayList<>();
      for (Future<String> cell : each.getValue()) {
        cells.add(cell.get());
      }
      columns.put(each.getKey(), cells);
    }
    return columns;
  }

  @Override
  public void close() {
    workers.forEach(ExecutorService::shutdownNow);
    workers.forEach(ExecutorService::close);
  }
}
