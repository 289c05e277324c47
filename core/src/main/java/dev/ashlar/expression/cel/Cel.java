package dev.ashlar.expression.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.ashlar.cel.checker.CelStandardDeclarations;
import dev.ashlar.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.ashlar.cel.common.CelAbstractSyntaxTree;
import dev.ashlar.cel.common.CelFunctionDecl;
import dev.ashlar.cel.common.CelOptions;
import dev.ashlar.cel.common.CelValidationResult;
import dev.ashlar.cel.common.types.CelType;
import dev.ashlar.cel.compiler.CelCompiler;
import dev.ashlar.cel.compiler.CelCompilerBuilder;
import dev.ashlar.cel.compiler.CelCompilerFactory;
import dev.ashlar.cel.extensions.CelExtensions;
import dev.ashlar.cel.extensions.CelStringExtensions;
import dev.ashlar.cel.runtime.CelEvaluationException;
import dev.ashlar.cel.runtime.CelRuntime;
import dev.ashlar.cel.runtime.CelRuntimeFactory;
import dev.ashlar.cel.runtime.CelStandardFunctions;
import dev.ashlar.cel.runtime.standard.AddOperator.AddOverload;
import dev.ashlar.cel.runtime.standard.StringFunction.StringOverload;
import dev.ashlar.expression.HostFunction;
import dev.ashlar.expression.Limits;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** CEL, set up for this language: its parser, its checker, its evaluator. Safe for every thread. */
final class Cel {
  /** What has no place here: types that no document holds, doors around the checker. */
  private static final ImmutableSet<StandardFunction> LEFT_OUT =
      ImmutableSet.of(
          StandardFunction.DYN,
          StandardFunction.TYPE,
          StandardFunction.UINT,
          StandardFunction.BYTES);

  /** Functions of CEL that are extended by a library; the others of that library are ours. */
  private static final CelStringExtensions STRINGS =
      CelExtensions.strings(
          CelStringExtensions.Function.CHAR_AT,
          CelStringExtensions.Function.INDEX_OF,
          CelStringExtensions.Function.LAST_INDEX_OF,
          CelStringExtensions.Function.REVERSE,
          CelStringExtensions.Function.SUBSTRING);

  /** The parser's own limit; expressions are held to a smaller one afterwards. */
  static final int PARSER_DEPTH = 1_000;

  private final CelOptions options;
  private final CelStandardDeclarations standard;
  private final List<CelFunctionDecl> declarations;
  private final CelCompiler parser;
  private final CelRuntime runtime;
  private final SortedSet<String> functions = new TreeSet<>();

  Cel(Limits limits, List<HostFunction> foreign) {
    options =
        CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .enableOptionalSyntax(true)
            .enableQuotedIdentifierSyntax(true)
            .maxParseExpressionNodeCount(limits.length())
            .enableHiddenAccumulatorVar(true)
            .maxParseRecursionDepth(PARSER_DEPTH)
            .maxExpressionCodePointSize(limits.length())
            .maxParseErrorRecoveryLimit(5)
            .comprehensionMaxIterations(limits.iterations())
            .build();
    standard =
        CelStandardDeclarations.newBuilder()
            .filterFunctions((function, overload) -> !LEFT_OUT.contains(function))
            .build();
    Functions own = Vocabulary.of(limits.memory(), foreign);
    declarations = own.declarations();
    // Without the library of optionals, whose macros would come with it.
    parser =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(options)
            .setStandardMacros(Macros.STANDARD)
            .addMacros(Macros.OWN)
            .build();
    runtime =
        CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(options)
            .setStandardFunctions(
                CelStandardFunctions.newBuilder()
                    .filterFunctions(
                        (function, overload) ->
                            !(overload == AddOverload.ADD_LIST
                                || overload == StringOverload.INT64_TO_STRING
                                || overload == StringOverload.DOUBLE_TO_STRING
                                || function == CelStandardFunctions.StandardFunction.EQUALS
                                || function == CelStandardFunctions.StandardFunction.NOT_EQUALS
                                || function == CelStandardFunctions.StandardFunction.IN
                                || function == CelStandardFunctions.StandardFunction.MATCHES))
                    .build())
            .addLibraries(CelExtensions.optional(), STRINGS)
            .addFunctionBindings(own.bindings())
            .build();
    functions.addAll(Macros.NAMES);
    declarations.forEach(function -> functions.add(function.name()));
    functions.addAll(
        ImmutableList.of(
            "size",
            "int",
            "double",
            "string",
            "bool",
            "contains",
            "startsWith",
            "endsWith",
            "matches",
            "timestamp",
            "duration",
            "charAt",
            "indexOf",
            "lastIndexOf",
            "reverse",
            "substring",
            "orValue",
            "or",
            "value",
            "hasValue",
            "identity",
            "first",
            "last"));
    functions.removeIf(name -> !Character.isLetter(name.charAt(0)));
  }

  private CelCompilerBuilder checker() {
    return CelCompilerFactory.standardCelCompilerBuilder()
        .setOptions(options)
        .setStandardEnvironmentEnabled(false)
        .setStandardDeclarations(standard)
        .addLibraries(CelExtensions.optional(), STRINGS)
        .addFunctionDeclarations(declarations);
  }

  /** The names of functions that can be called, for "did you mean". */
  SortedSet<String> functions() {
    return functions;
  }

  /** Parses an expression. */
  CelValidationResult parse(String text) {
    return parser.parse(text);
  }

  /** Checks a parsed expression whose parameters have these types. */
  CelValidationResult check(
      CelAbstractSyntaxTree tree, Map<String, CelType> variables, Structs structs) {
    CelCompilerBuilder compiler = checker().setTypeProvider(structs);
    variables.forEach(compiler::addVar);
    return compiler.build().check(tree);
  }

  /** Makes a program of a checked expression. */
  CelRuntime.Program plan(CelAbstractSyntaxTree tree) {
    try {
      return runtime.createProgram(tree);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("a checked expression can be planned", e);
    }
  }
}
