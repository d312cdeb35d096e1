package dev.concordat.cli.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Lambdas and method references of all kinds, each asked once.
final class Lambdas implements Function<Object, List<Object>> {
  private static final Supplier<String> CONSTANT = () -> "constant";

  private interface Named {
    String name();

    default Supplier<String> greeting() {
      return () -> "hello " + name() + suffix();
    }

    private String suffix() {
      return "!";
    }

    static Named of(String name) {
      return () -> name;
    }
  }

  private static final class Counter {
    private long count;

    private Counter(long count) {
      this.count = count;
    }

    private long next() {
      return ++count;
    }

    Runnable twice() {
      return () -> count += 2;
    }
  }

  @Override
  public List<Object> apply(Object given) {
    var told = new ArrayList<Object>();
    told.add(CONSTANT.get());
    told.add(CONSTANT == again());
    told.add(Named.of("a").greeting().get());
    held(told, (byte) 1, (short) 2, 'c', true, 4, 5L << 40, 1.5f, 2.5);
    references(told, String.valueOf(given));
    numbers(told);
    var counter = new Counter(1L << 33);
    counter.twice().run();
    LongSupplier next = counter::next;
    told.add(next.getAsLong());
    Runnable dropped = counter::next;
    dropped.run();
    told.add(counter.count);
    told.add(inside().apply(1).apply(2));
    told.add(refused());
    return told;
  }

  private static Supplier<String> again() {
    return CONSTANT;
  }

  private static void held(
      List<Object> told, byte a, short b, char c, boolean d, int e, long f, float g, double h) {
    Supplier<String> all = () -> "" + a + b + c + d + e + f + g + h;
    told.add(all.get());
  }

  private static void references(List<Object> told, String text) {
    Function<String, Integer> length = String::length;
    Supplier<Integer> bound = text::length;
    BiFunction<String, String, Boolean> equal = String::equals;
    Function<Long, Counter> made = Counter::new;
    Function<Integer, List<String>> list = ArrayList::new;
    IntFunction<String[]> array = String[]::new;
    Consumer<Object> added = told::add;
    Predicate<String> empty = String::isEmpty;
    UnaryOperator<String> same = UnaryOperator.identity();
    Function<String[], String> varied = Lambdas::joined;
    Map<String, List<String>> lists = new TreeMap<>();
    lists.computeIfAbsent("a", name -> new ArrayList<>()).add(text);
    added.accept(length.apply(text) + bound.get());
    told.add(equal.apply(text, text));
    told.add(made.apply(7L).next());
    told.add(list.apply(3));
    told.add(array.apply(2).length);
    told.add(empty.negate().test(text));
    told.add(same.apply(text));
    told.add(varied.apply(new String[] {"a", "b"}));
    told.add(lists);
    told.add(Stream.of("b", "a").sorted(String::compareTo).map(text::concat).toList());
  }

  private static String joined(String... parts) {
    return String.join("+", parts);
  }

  private static void numbers(List<Object> told) {
    ToIntFunction<Integer> unboxed = number -> number;
    ToDoubleFunction<Integer> widened = Integer::intValue;
    Function<Character, Integer> code = each -> (int) each;
    Supplier<Long> boxed = () -> 3L;
    Function<Integer, Long> longer = Integer::longValue;
    BiFunction<Double, Float, Double> sum = (one, other) -> one + other;
    told.add(unboxed.applyAsInt(1 << 20));
    told.add(widened.applyAsDouble(2));
    told.add(code.apply('x'));
    told.add(boxed.get());
    told.add(longer.apply(5));
    told.add(sum.apply(1.0, 2f));
  }

  private Function<Integer, Function<Integer, String>> inside() {
    return one -> other -> one + " " + other + " " + getClass().getSimpleName();
  }

  /// What is no text is refused as before.
  @SuppressWarnings({"unchecked", "rawtypes"}) // the wrong type is what it is about
  private static String refused() {
    Function<String, Integer> length = text -> text.length();
    try {
      return String.valueOf(((Function) length).apply(1));
    } catch (ClassCastException e) {
      return "refused";
    }
  }
}
