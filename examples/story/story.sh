#!/bin/sh
# A year in a communications repository, in a folder of its own that goes away at the end.
#
#   sh examples/story/story.sh            # with `watchword` on the PATH, or WATCHWORD set to it
#
# Every day is given, so the story is the same whenever it is told. `story.out` holds it.
set -u
here=$(cd "$(dirname "$0")" && pwd)
tool=${WATCHWORD:-watchword}
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 2
cp -R "$here/../packs/blankshire-council" handbook
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE GIT_PREFIX
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=Fern GIT_AUTHOR_EMAIL=fern@example.org
export GIT_COMMITTER_NAME=Fern GIT_COMMITTER_EMAIL=fern@example.org

# Says what happens next.
tell() { printf '\n# %s\n\n' "$*"; }
# Prints a command as it is typed, runs it, and prints a status that is not 0.
run() {
  printf '$ %s\n' "$*"
  eval "$*" 2>&1
  status=$?
  [ "$status" = 0 ] || printf '(status %s)\n' "$status"
}
watchword() {
  command=$1
  shift
  "$tool" "$command" --packs handbook "$@"
}
check() { watchword check --format concise "$@"; }

git init -q -b main .
mkdir posts drafts
cat > posts/january.md <<'POST'
---
publish-at: 2027-01-15
---
What a bloody good fair that was.
POST
git add . && git commit -qm 'What we have posted so far'

tell 'What is out already is accepted once, so that only new findings count.'
run check posts
run watchword baseline posts --as-of 2027-02-01
run check --baseline .watchword-baseline posts
git add . && git commit -qm 'Accept what is out'

tell 'A draft tells of a visit. The hook asks for a yes, and does not forbid.'
cat > drafts/duchess.md <<'POST'
---
publish-at: 2027-02-10
---
On Friday we welcome the Duchess at the harbour.
POST
git add drafts
run check --staged --baseline .watchword-baseline

tell 'The guest’s office says yes to these words.'
run watchword approve drafts/duchess.md --by '"office of the Duchess"' --scope visits --on 2027-02-08
run cat drafts/duchess.md
run check drafts

tell 'The words change, and the yes no longer counts.'
sed 's/the harbour/the north gate/' drafts/duchess.md > edited && mv edited drafts/duchess.md
run check drafts
git rm -qf drafts/duchess.md
mkdir -p drafts

tell 'A word is let go while the play is on, and asked about again after that.'
cat > drafts/play.md <<'POST'
Tickets for “The Bastard of Blankford” are on sale at the town hall.
POST
run check drafts --as-of 2027-03-10
run watchword suppress drafts/play.md rough-word --because '"it is the title of the play"' --until 2027-03-31 --as-of 2027-03-10
run check drafts --as-of 2027-03-10
run check drafts --as-of 2027-04-01
rm drafts/play.md

tell 'A calendar is checked ahead of time: one row falls into the weeks before a vote, one beats its embargo.'
cat > plan.csv <<'POST'
id,publish at,embargo until,region,text
spring,2027-03-19,,,We launch the park on Saturday.
vote,2027-04-10 09:00,,,We launch the park on Saturday.
report,2027-06-01 09:00,2027-06-01 09:30,,The report on the harbour is out.
autumn,2027-09-20,,eastmoor,We launch the harbour steps.
next,2028-01-10,,,We launch the tram.
POST
run check plan.csv
