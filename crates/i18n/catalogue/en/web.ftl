# The words around every page and of its parts: form, table, tree.

web-skip = Go to the content
web-who = Signed in as
web-account = My account
web-logout = Sign out
web-menu = Menu
web-crumbs = Where we are
web-about = Ambito { $version }
web-accessibility = Accessibility statement
web-source = Source code (AGPL)

web-notice-done = Done:
web-notice-warning = Careful:
web-notice-error = Error:

web-pages = Pages of the list
web-pages-first = From the start
web-pages-next = Go on
web-tree-open = Open “{ $title }”

web-form-save = Save
web-form-cancel = Cancel
web-form-optional = (optional)
web-form-choose = Choose…
web-form-yes = Yes
web-form-no = No
web-form-nothing = (nothing)
web-form-refused = It could not be done
web-form-wrong = { $count ->
    [one] One answer has to be put right
   *[other] { $count } answers have to be put right
}
web-form-kept = What you wrote is still here below; passwords and files have to be given again.
web-form-doubled = While you were writing, { $name } saved other values
web-form-doubled-how = Nothing is lost, and nothing is saved yet. In these fields choose which of the two values to keep, then save again:
web-form-mine = The value that you wrote:
web-form-theirs = The value saved in the meantime by { $name }:

web-agent = { $browser } on { $system }

web-form-news = While you were writing, { $name } saved too
web-form-news-how = You had not changed these fields: they now hold the new value. Have a look and save again.
web-form-news-here = Written in the meantime by { $name }.

# What looks wrong and may be meant.
web-form-doubtful = { $count ->
    [one] One value looks wrong: nothing is saved yet
   *[other] { $count } values look wrong: nothing is saved yet
}
web-form-doubtful-how = If the document does say so, press “Save anyway”; otherwise correct it below. What you wrote is still here.
web-form-anyway = Save anyway

web-month-1 = January
web-month-2 = February
web-month-3 = March
web-month-4 = April
web-month-5 = May
web-month-6 = June
web-month-7 = July
web-month-8 = August
web-month-9 = September
web-month-10 = October
web-month-11 = November
web-month-12 = December
web-form-none = – none –
