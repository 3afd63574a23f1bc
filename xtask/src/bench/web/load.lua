-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The requests of many people behind one proxy: the same page, the same session, addresses that differ as theirs would.
local ADDRESSES = 4096
local requests = {}
local at = 0

function init(args)
  for n = 0, ADDRESSES - 1 do
    local from = string.format("10.0.%d.%d", math.floor(n / 256), n % 256)
    requests[n] = wrk.format("GET", nil, { Cookie = args[1], ["X-Forwarded-For"] = from })
  end
end

function request()
  at = (at + 1) % ADDRESSES
  return requests[at]
end
