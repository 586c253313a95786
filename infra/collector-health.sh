failed=0
while [ $failed -lt 9 ]; do
  if wget -q -T 5 -O /dev/null http://127.0.0.1:13133/; then failed=0; else failed=$((failed + 1)); fi
  sleep 10
done
echo 'The collector does not answer'
exit 1
