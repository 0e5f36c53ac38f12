using PatternStarter.Web;

await WebApp.Build(args).RunAsync();
