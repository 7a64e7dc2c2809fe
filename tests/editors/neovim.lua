-- Opens a playbook with mistakes in a real Neovim, and demands what a person would see: the findings at their places, and the fix.
-- Run by .ci/run where Neovim is installed: nvim --headless -u NONE -i NONE -n -c 'luafile neovim.lua'. PLAYBOOKS_CLI is the built Playbooks.Cli.dll.
local function fail(what)
  io.stderr:write('neovim: ' .. what .. '\n')
  vim.cmd('cquit 1')
end

-- Waits until a condition holds; a server that never answers is a failure and not a hang.
local function wait_until(what, condition)
  if not vim.wait(60000, condition, 20) then
    fail('waited in vain for ' .. what)
  end
end

local folder = vim.fn.tempname()
vim.fn.mkdir(folder, 'p')
local file = folder .. '/cancel_order.playbook.yaml'
vim.fn.writefile({
  'id: cancel_order',
  'parameters:',
  '  - { name: order_id, type: int }',
  'steps:',
  '  - action: goto',
  '    params: { url: "/orders/{oder_id}" }',
  '  - action: wait_fro',
  '    selector: "#status"',
}, file)
vim.cmd('edit ' .. file)
local client = vim.lsp.start_client({ name = 'playbooks', cmd = { 'dotnet', vim.env.PLAYBOOKS_CLI, 'lsp' }, root_dir = folder })
vim.lsp.buf_attach_client(0, client)

local function findings()
  local found = {}
  for _, finding in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, string.format('%d:%d %s', finding.lnum + 1, finding.col + 1, finding.code))
  end
  table.sort(found)
  return table.concat(found, ', ')
end

wait_until('the findings', function() return findings() == '6:29 PB0102, 7:13 PB0201' end)

local document = vim.lsp.util.make_text_document_params()
local wrong = vim.tbl_filter(function(finding) return finding.code == 'PB0201' end, vim.diagnostic.get(0))[1]
local range = { start = { line = wrong.lnum, character = wrong.col }, ['end'] = { line = wrong.end_lnum, character = wrong.end_col } }
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', {
  textDocument = document,
  range = range,
  context = { diagnostics = { { range = range, code = wrong.code, message = wrong.message, severity = wrong.severity } } },
}, 60000)
local fix = answers and answers[client] and answers[client].result and answers[client].result[1]
if not fix or fix.title ~= "Change to 'wait_for'" then
  fail('the first fix is ' .. vim.inspect(fix))
end

vim.lsp.util.apply_workspace_edit(fix.edit, 'utf-16')
wait_until('the finding to go', function() return findings() == '6:29 PB0102' end)
print('neovim: findings and fix are right\n')
vim.lsp.stop_client(client)
vim.cmd('qa!')
