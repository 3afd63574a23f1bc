# The pages of documents under review.
login-interrupted-files = Your session was over. The other choices are not lost: sign in, and you find them in the form. The files have to be chosen again, since they are not kept here without knowing whose they are.
problem-broken = The sending broke off
problem-broken-text = Not everything arrived, and nothing was saved. Your files are still where they were: go back to the page and send them again.
problem-files-large = The files are too many or too large
problem-files-large-text = Together they are more than can be sent at once, and nothing was saved. Send them in several goes.
problem-busy = Many files are coming in at this moment
problem-busy-text = Other people are sending documents and there is no room for more. Nothing was saved: try again in a minute.
