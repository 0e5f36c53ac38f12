using Amazon.CDK.AWS.Lambda;
using Constructs;
namespace ServerlessPatterns;
public abstract class FunctionCode { 
 internal static FunctionCode FromBundle(string fileName, Runtime runtime, string handler) => new B(fileName, runtime, handler);
 public static FunctionCode FromDirectory(string path, Runtime runtime, string handler) => new D(path, runtime, handler);
 internal abstract IEnumerable<CodeProblem> Check();
 internal abstract FunctionPackage Package(Construct scope, Architecture architecture);
 class B(string f, Runtime r, string h) : FunctionCode { internal override IEnumerable<CodeProblem> Check() => [];
  internal override FunctionPackage Package(Construct scope, Architecture architecture) => new(Code.FromAsset(Path.Combine(AppContext.BaseDirectory,"handlers",f.Replace("{arch}", architecture.Name=="arm64"?"arm64":"x64"))), r,h,false); }
 class D(string f, Runtime r, string h) : FunctionCode { internal override IEnumerable<CodeProblem> Check() => [];
  internal override FunctionPackage Package(Construct scope, Architecture architecture) => new(Code.FromAsset(f), r,h,false); }
}
internal sealed record FunctionPackage(Code Code, Runtime Runtime, string Handler, bool IsImage);
internal sealed record CodeProblem(string Code, string Value, string Allowed, string Fix);
