#pragma once

#include <QScrollArea>
#include <QTimer>

#include <functional>
#include <unordered_map>
#include <vector>

namespace fleming::ui {

/// A column of widgets that scrolls. A widget is made when it becomes visible, or ahead of that while nothing else is
/// to be done, and destroyed when it is far away and has no focus, so a column of thousands opens as fast as one of
/// ten. What is visible stays where it is while heights above it become known.
class LazyColumn : public QScrollArea {
    Q_OBJECT

public:
    /// Makes the widget of an entry, as a child of `parent`. It must be destroyed when its entry is.
    using Make = std::function<QWidget*(qint64 id, QWidget* parent)>;

    explicit LazyColumn(Make make, QWidget* parent = nullptr);

    /// Replaces the entries, whose ids are unique. Keeps the widgets of those that were there before.
    void setEntries(const std::vector<qint64>& ids);

    int entryCount() const { return static_cast<int>(entries_.size()); }
    bool contains(qint64 id) const { return index_.contains(id); }

    /// Returns the widget of an entry, or null if it is not made.
    QWidget* made(qint64 id) const;

    /// Returns all widgets that are made, from top to bottom.
    std::vector<QWidget*> made() const;

    /// Returns the widget of an entry, and makes it if need be; null if there is no such entry.
    QWidget* make(qint64 id);

    /// Sets a widget that fills the column while it has no entries.
    void setPlaceholder(QWidget* placeholder);

    /// Scrolls to the end, and follows it until the user scrolls away.
    void followEnd();

    /// Returns true if the column follows its end.
    bool isFollowingEnd() const { return following_; }

    /// A place to scroll to: an entry, and how many pixels of it are above the visible part.
    struct Place {
        qint64 id = 0;  ///< 0: there are no entries
        int offset = 0;
    };
    Place place() const;

    /// Scrolls there. Does nothing if there is no such entry.
    void scrollTo(const Place& place);

Q_SIGNALS:
    /// The user has scrolled.
    void scrolled();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Entry {
        qint64 id;
        QWidget* widget = nullptr;
        int height = 0;  // 0: not known yet
    };
    void onScrolled(int value);
    void arrange();
    bool arrangeOnce();
    void measure();
    void placeWidgets();
    bool makeVisible();
    void makeAhead();
    Entry* missingNear();
    void dropDistant();
    void makeAt(Entry& entry);
    int estimatedHeight() const;
    std::size_t entryAt(int y) const;

    Make make_;
    std::vector<Entry> entries_;
    std::unordered_map<qint64, std::size_t> index_;
    std::vector<int> tops_;  // of the entries, and the end of the last one; pixels
    QWidget* page_;
    QWidget* placeholder_ = nullptr;
    std::size_t anchor_ = 0;  // the entry that stays where it is
    int anchorOffset_ = 0;    // the part of it above the visible part, pixels
    bool following_ = true;   // the end stays where it is
    QTimer ahead_;            // makes the next widget beyond the visible part
    bool arranging_ = false;
    bool again_ = false;  // something has changed while arranging
};

}  // namespace fleming::ui
