/// Sorts and filters tables; the page can be read without it.
let pageScript: StaticString = #"""
  'use strict';
  (function () {
    function key(row, index) {
      var cell = row.cells[index];
      if (!cell) return '';
      if (cell.dataset.key !== undefined) return cell.dataset.key;
      var data = cell.querySelector('data, time');
      if (data) return data.value || data.dateTime || '';
      return cell.textContent.trim();
    }
    function compare(a, b) {
      if (a === b) return 0;
      if (a === '') return 1;
      if (b === '') return -1;
      var x = Number(a), y = Number(b);
      if (!isNaN(x) && !isNaN(y)) return x - y;
      return a.localeCompare(b, document.documentElement.lang, { numeric: true });
    }
    document.querySelectorAll('table.sortable').forEach(function (table) {
      var heads = table.tHead ? Array.from(table.tHead.rows[0].cells) : [];
      var body = table.tBodies[0];
      if (!body || body.rows.length < 2) return;
      heads.forEach(function (head, index) {
        if (!head.textContent.trim()) return;
        var button = document.createElement('button');
        button.type = 'button';
        while (head.firstChild) button.appendChild(head.firstChild);
        head.appendChild(button);
        button.addEventListener('click', function () {
          var down = head.getAttribute('aria-sort') === 'ascending';
          heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
          head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
          var rows = Array.from(body.rows).map(function (row, place) {
            return { row: row, place: place, key: key(row, index) };
          });
          rows.sort(function (a, b) {
            return (down ? compare(b.key, a.key) : compare(a.key, b.key)) || a.place - b.place;
          });
          rows.forEach(function (item) { body.appendChild(item.row); });
        });
      });
    });
    document.querySelectorAll('p.filter').forEach(function (filter) {
      var target = filter.nextElementSibling;
      if (!target) return;
      var items = target.querySelectorAll(target.querySelector('article') ? 'article' : 'tbody tr');
      filter.hidden = false;
      function plain(text) {
        // Spaces that do not break are found by ordinary ones.
        return text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
      }
      filter.querySelector('input').addEventListener('input', function (event) {
        var wanted = plain(event.target.value);
        items.forEach(function (item) {
          item.hidden = plain(item.textContent).indexOf(wanted) < 0;
        });
      });
    });
    document.documentElement.dataset.ready = 'yes';
  })();

  """#
