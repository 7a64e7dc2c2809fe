using Playbooks.Server;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPlaybooksServer();

var app = builder.Build();
app.MapPlaybooks();
app.Run();
